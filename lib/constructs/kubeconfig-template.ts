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
  // names such as `1` and `null` are something else than text unless quoted
  const [name, user] = [JSON.stringify(target), JSON.stringify(account)];
  return [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    `  - name: ${name}`,
    '    cluster:',
    `      server: ${JSON.stringify(url)}`,
    ...caLines(ca),
    'users:',
    `  - name: ${user}`,
    '    user:',
    '      token: {{ .token }}',
    'contexts:',
    `  - name: ${name}`,
    '    context:',
    `      cluster: ${name}`,
    `      user: ${user}`,
    `current-context: ${name}`,
    '',
  ].join('\n');
}

function caLines(ca: string): string[] {
  if (ca === 'system') return [];
  const data = ca === 'fromToken' ? '{{ .ca | b64enc }}' : Buffer.from(ca).toString('base64');
  return [`      certificate-authority-data: ${data}`];
}
