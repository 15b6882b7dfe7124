import { isClusterLocal } from '../config/api-server-host.js';
import { goBase64 } from '../kubeconfig/go-base64.js';
import { loaderRefusal } from '../kubeconfig/loader-refusal.js';
import { isGiven, isMapping, type Mapping } from '../kubeconfig/mapping.js';
import { namedEntries, readKubeconfigText } from '../kubeconfig/read-kubeconfig.js';
import { sameServer } from '../kubeconfig/same-server.js';
import { hasNoSuchPort, serverUrl } from '../kubeconfig/server-url.js';
import { judgeCertificateAuthority } from './certificate-authority.js';
import { judgeUser } from './judge-user.js';
import type { Expectation, Findings } from './verdict.js';
import { yamlDocuments } from './yaml-text.js';

/**
 * Judges a kubeconfig as the controllers load it: the current context decides, everything stands inline.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/service-mirror/main.go
 */
export function judgeKubeconfig(text: string, expected: Expectation, findings: Findings): void {
  const config = readKubeconfigText(text);
  const refusal = config === undefined ? whatElse(text) : loaderRefusal(config);
  if (config === undefined || refusal !== undefined) {
    findings.problem('kubeconfig', refusal ?? 'is no kubeconfig');
    return;
  }
  const contexts = namedEntries(config, 'contexts', 'context');
  const current = config['current-context'];
  const context = typeof current === 'string' ? contexts.get(current) : undefined;
  if (context === undefined) {
    const problem =
      typeof current === 'string' && current !== ''
        ? 'current-context names no context of the file'
        : 'has no current-context';
    findings.problem('kubeconfig', problem);
    return;
  }
  const cluster = namedEntries(config, 'clusters', 'cluster').get(context.cluster);
  const user = namedEntries(config, 'users', 'user').get(context.user);
  if (cluster === undefined)
    findings.problem('kubeconfig', 'the current context names no cluster of the file');
  else judgeCluster(cluster, expected, findings);
  if (user === undefined) findings.problem('kubeconfig', 'the current context names no user of the file');
  else judgeUser(user, expected, findings);
}

/** What a text that is no kubeconfig is instead, as far as that helps; none of it is repeated but a kind. */
function whatElse(text: string): string {
  if (text.trim() === '') return 'is empty';
  if (text.includes('\0')) return 'is no UTF-8 text; `>` of PowerShell writes UTF-16, so save it as UTF-8';
  if (readKubeconfigText(goBase64(text.trim()) ?? '') !== undefined)
    return 'is base64 of a kubeconfig, where the kubeconfig itself belongs';
  const documents = yamlDocuments(text);
  if (documents === undefined) return 'cannot be read as YAML';
  const [first] = documents;
  const kind = isMapping(first) && typeof first.kind === 'string' ? first.kind : '';
  return /^[A-Z][A-Za-z]{1,62}$/.test(kind) ? `is of kind ${kind}, and no kubeconfig` : 'is no kubeconfig';
}

function judgeCluster(cluster: Mapping, expected: Expectation, findings: Findings): void {
  judgeServer(serverUrl(cluster) ?? '', expected, findings);
  const proxy = cluster['proxy-url'];
  if (isGiven(proxy)) {
    if (typeof proxy === 'string' && /^(?:https?|socks5):\/\/[^/?#]/i.test(proxy))
      findings.note('server', 'is asked through a proxy, which pods of the source must reach');
    else
      findings.problem(
        'server',
        'is asked through a proxy-url that is no http://, https:// or socks5:// address',
      );
  }
  const isUnchecked = cluster['insecure-skip-tls-verify'] === true;
  const [file, data] = [cluster['certificate-authority'], cluster['certificate-authority-data']].map(isGiven);
  if (isUnchecked && (file === true || data === true)) {
    findings.problem(
      'ca',
      'is given and not to be checked (insecure-skip-tls-verify): clients refuse both at once',
    );
  } else if (isUnchecked) {
    findings.risk('ca', 'is not checked at all (insecure-skip-tls-verify): whoever answers gets the token');
  } else if (file === true) {
    findings.problem('ca', 'is a file path, and the controller’s image holds no such file');
  } else judgeCertificateAuthority(cluster['certificate-authority-data'], expected, findings);
}

/** What could hold a password is not repeated: anything but scheme, host and port. */
function judgeServer(text: string, expected: Expectation, findings: Findings): void {
  const address = /^https?:\/\/[^\s@/?#]+(?=\/|$)/i.exec(text)?.[0] ?? '';
  const rest = text.slice(address.length).replace(/^\/$/, '');
  if (text === '') findings.problem('server', 'none');
  else if (address === '' || /[\s@?#]/.test(rest)) {
    findings.problem('server', 'is no https:// address of host and port');
  } else if (hasNoSuchPort(address)) {
    findings.problem('server', `${address} has a port that is no number from 0 to 65535`);
  } else if (isClusterLocal(address)) {
    findings.problem(
      'server',
      `${address} is another machine in each cluster; read in the source it leads back to the source`,
    );
  } else if (/^http:/i.test(address)) {
    findings.risk('server', `${address} is plain http: whoever listens on the way gets the token`);
  } else if (expected.server !== undefined && !sameServer(text, expected.server)) {
    const found = rest === '' ? address : `${address} with a path`;
    findings.problem('server', `${found}, but the fleet says ${expected.server}`);
  } else if (rest !== '') {
    findings.note(
      'server',
      `${address} with a path: something stands before the API, and must pass on the token of the account`,
    );
  } else if (/^https:\/\/(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])/i.test(address)) {
    findings.note(
      'server',
      `${address} is a private address: reachable only where the source’s pods have a route to it`,
    );
  } else findings.ok('server', `${address}; it must be reachable from pods of the source`);
}
