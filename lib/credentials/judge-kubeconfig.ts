import { parse } from 'yaml';
import { isClusterLocal } from '../config/api-server-host.js';
import { fromBase64, judgeCertificateAuthority } from './certificate-authority.js';
import { judgeToken } from './token.js';
import type { Expectation, Findings } from './verdict.js';

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Judges a kubeconfig as the controllers load it: the current context decides, everything stands inline.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/service-mirror/main.go
 */
export function judgeKubeconfig(text: string, expected: Expectation, findings: Findings): void {
  const config = readYaml(text);
  if (config === undefined) {
    const twice = readYaml(fromBase64(text.trim()) ?? '');
    findings.problem(
      'kubeconfig',
      twice === undefined ? 'is no kubeconfig' : 'is base64 of base64: encoded twice',
    );
    return;
  }
  const contexts = named(config.contexts, 'context');
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
  const cluster = named(config.clusters, 'cluster').get(String(context.cluster));
  const user = named(config.users, 'user').get(String(context.user));
  if (cluster === undefined)
    findings.problem('kubeconfig', 'the current context names no cluster of the file');
  else judgeCluster(cluster, expected, findings);
  if (user === undefined) findings.problem('kubeconfig', 'the current context names no user of the file');
  else judgeUser(user, expected, findings);
}

function judgeCluster(cluster: Mapping, expected: Expectation, findings: Findings): void {
  const { server } = cluster;
  // what could hold a password is not repeated
  const isPlain = typeof server === 'string' && /^https:\/\/[^\s@/?#]+\/?$/i.test(server);
  if (typeof server !== 'string' || server === '') findings.problem('server', 'none');
  else if (!isPlain) findings.problem('server', 'is no https:// address of host and port');
  else if (isClusterLocal(server)) {
    findings.problem(
      'server',
      `${server} is another machine in each cluster; read in the source it leads back to the source`,
    );
  } else if (expected.server !== undefined && server !== expected.server) {
    findings.problem('server', `${server}, but the fleet says ${expected.server}`);
  } else if (/^https:\/\/(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])/i.test(server)) {
    findings.note(
      'server',
      `${server} is a private address: reachable only where the source’s pods have a route to it`,
    );
  } else findings.ok('server', `${server}; it must be reachable from pods of the source`);
  if (cluster['insecure-skip-tls-verify'] === true) {
    findings.problem(
      'ca',
      'is not checked at all (insecure-skip-tls-verify): whoever answers gets the token',
    );
  } else if (cluster['certificate-authority'] !== undefined) {
    findings.problem('ca', 'is a file path, and the controller’s image holds no such file');
  } else judgeCertificateAuthority(cluster['certificate-authority-data'], expected, findings);
}

function judgeUser(user: Mapping, expected: Expectation, findings: Findings): void {
  if (user.exec !== undefined || user['auth-provider'] !== undefined) {
    findings.problem('token', 'comes from a program, and the controller’s image holds none');
  } else if (typeof user.token === 'string' && user.token !== '') judgeToken(user.token, expected, findings);
  else if (['tokenFile', 'client-certificate', 'client-key'].some((key) => user[key] !== undefined)) {
    findings.problem('token', 'is a file path, and the controller’s image holds no such file');
  } else if (user['client-certificate-data'] !== undefined) {
    findings.note(
      'token',
      'none but a client certificate; it works, but cannot be revoked and belongs to no account of the Link',
    );
  } else findings.problem('token', 'none');
}

function named(list: unknown, key: string): Map<string, Mapping> {
  const items = Array.isArray(list) ? (list as unknown[]).filter(isMapping) : [];
  return new Map(items.map((item) => [String(item.name), isMapping(item[key]) ? item[key] : {}]));
}

function readYaml(text: string): Mapping | undefined {
  try {
    const data: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 100 });
    return isMapping(data) && ('clusters' in data || data.kind === 'Config') ? data : undefined;
  } catch {
    return undefined;
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
