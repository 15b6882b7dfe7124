/** What a kubeconfig for one Link is built from. */
export interface KubeconfigProps {
  /** Target cluster. */
  readonly target: string;
  /** Account of the target whose token is used. */
  readonly account: string;
  /** Address of the target's API as the source reaches it. */
  readonly url: string;
  /** `fromToken`: the CA that was pushed with the token; `system`: none; else a PEM. */
  readonly ca: string;
}

/**
 * Go template of the kubeconfig that the operator fills with `.token`, and `.ca` where it comes with the token.
 *
 * One cluster, one user, one context and nothing that points outside the text: the reader's image holds neither
 * files nor programs. A missing value fails the template instead of making half a kubeconfig.
 */
export function kubeconfigTemplate({ target, account, url, ca }: KubeconfigProps): string {
  return [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    `  - name: ${target}`,
    '    cluster:',
    `      server: ${url}`,
    ...caLines(ca),
    'users:',
    `  - name: ${account}`,
    '    user:',
    '      token: {{ .token }}',
    'contexts:',
    `  - name: ${target}`,
    '    context:',
    `      cluster: ${target}`,
    `      user: ${account}`,
    `current-context: ${target}`,
    '',
  ].join('\n');
}

function caLines(ca: string): string[] {
  if (ca === 'system') return [];
  const data = ca === 'fromToken' ? '{{ .ca | b64enc }}' : Buffer.from(ca).toString('base64');
  return [`      certificate-authority-data: ${data}`];
}
