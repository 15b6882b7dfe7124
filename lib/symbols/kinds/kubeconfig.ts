import { goBase64, whyNoBase64 } from '../../kubeconfig/go-base64.js';
import { loaderRefusal } from '../../kubeconfig/loader-refusal.js';
import { isGiven } from '../../kubeconfig/mapping.js';
import { readKubeconfigText } from '../../kubeconfig/read-kubeconfig.js';
import { hasNoSuchPort, serverUrl } from '../../kubeconfig/server-url.js';
import { userRefusal } from '../../kubeconfig/user-refusal.js';
import type { Field } from '../field.js';
import { hasPlaceholder, isFilledInPart, isFilledLater } from '../placeholder.js';
import { Reader } from '../reader.js';

/** What a kubeconfig in a Secret says, without its token and key. The value is its address. */
export interface KubeconfigSymbol extends Field<string | undefined> {
  /** Name of the user, by convention the remote-access account of the target. */
  readonly user?: string;
  /** True where more than the address tells which cluster answers: a proxy, or the name that TLS asks for. */
  readonly isRouted?: true;
  /** What makes it unusable: `it is encoded twice`, `the CA is a file path`. */
  readonly problems: readonly string[];
  /** False for a placeholder that somebody else fills in, and for what is no kubeconfig. */
  readonly hasContent: boolean;
}

/** Reads a kubeconfig, encoded when it stands under `data`. Tokens and keys are dropped at once. */
export function readKubeconfig(field: Field<string>, encoded: boolean): KubeconfigSymbol {
  const at = { path: field.path, line: field.line, column: field.column };
  const unread = { ...at, value: undefined };
  if (isFilledLater(field.value)) return { ...unread, problems: [], hasContent: false };
  const plain = encoded ? goBase64(field.value) : field.value;
  if (plain === undefined)
    return {
      ...unread,
      problems: [`it is ${whyNoBase64(field.value)}`],
      hasContent: [field.value, lenient(field.value)].some((text) => parsed(text) !== undefined),
    };
  if (isFilledLater(plain)) return { ...unread, problems: [], hasContent: false };
  const config = parsed(plain);
  if (config === undefined) {
    const isTwice = parsed(goBase64(plain.trim()) ?? '') !== undefined;
    const problem = isTwice ? 'it is base64 of base64: encoded twice' : 'it is no kubeconfig';
    return { ...unread, problems: [problem], hasContent: isTwice };
  }
  // what a placeholder becomes may be of any type
  const refusal = isFilledInPart(plain) ? undefined : loaderRefusal(config.value);
  const { cluster, user, problems } = inUse(config);
  const name = user?.text('name')?.value;
  return {
    ...at,
    value: cluster === undefined ? undefined : serverUrl(cluster.under('cluster').value),
    ...(name === undefined ? {} : { user: name }),
    ...(cluster !== undefined && routing.some((key) => isGiven(cluster.raw('cluster', key)))
      ? { isRouted: true }
      : {}),
    problems: [
      ...(refusal === undefined ? [] : [`it ${refusal}`]),
      ...problems,
      ...clusterProblems(cluster),
      ...userProblems(user),
    ],
    hasContent: true,
  };
}

const routing = ['proxy-url', 'tls-server-name'];

/** The entries that the current context joins, or the first ones where none does. */
function inUse(config: Reader): {
  readonly cluster: Reader | undefined;
  readonly user: Reader | undefined;
  readonly problems: readonly string[];
} {
  const [clusters, users] = [config.items('clusters'), config.items('users')];
  const first = { cluster: clusters[0], user: users[0] };
  const current = config.word('current-context') ?? '';
  if (current === '') return { ...first, problems: ['it has no current-context'] };
  const context = named(config.items('contexts'), current);
  if (context === undefined)
    return { ...first, problems: ['its current-context names no context that it holds'] };
  const cluster = named(clusters, context.word('context', 'cluster'));
  const user = named(users, context.word('context', 'user'));
  const problems: string[] = [];
  if (cluster === undefined) problems.push('its current context names no cluster that it holds');
  if (user === undefined) problems.push('its current context names no user that it holds');
  return { cluster, user, problems };
}

function named(items: readonly Reader[], name: string | undefined): Reader | undefined {
  return items.find((item) => item.word('name') === name);
}

function clusterProblems(cluster: Reader | undefined): string[] {
  if (cluster === undefined) return [];
  const problems: string[] = [];
  const has = (key: string) => isGiven(cluster.raw('cluster', key));
  if (
    cluster.raw('cluster', 'insecure-skip-tls-verify') === true &&
    (has('certificate-authority') || has('certificate-authority-data'))
  )
    problems.push('its CA is given and not to be checked, and clients refuse both at once');
  if (has('certificate-authority'))
    problems.push('its CA is a file path, and no such file is in the controller');
  if (!has('server')) problems.push('it names no server');
  const url = serverUrl(cluster.under('cluster').value) ?? '';
  if (!hasPlaceholder(url) && !/[<>$@(){}]/.test(url) && hasNoSuchPort(url))
    problems.push('its server’s port is no number from 0 to 65535');
  return problems;
}

/** A token in the text is taken before that of a file, but not before a program or a key is looked for. */
function userProblems(user: Reader | undefined): string[] {
  if (user === undefined) return [];
  const given = user.under('user').value;
  const has = (...keys: string[]) => keys.some((key) => isGiven(given[key]));
  const refusal = userRefusal(given);
  if (refusal !== undefined) return [`its user ${refusal}`];
  if (has('exec', 'auth-provider')) return ['it runs a program for its credential, and the image holds none'];
  if (has('client-key', 'client-certificate'))
    return ['its key is a file path, and no such file is in the controller'];
  if (has('client-certificate-data') && !has('client-key-data'))
    return ['its client certificate has no key beside it'];
  if (has('token', 'client-certificate-data', 'password')) return [];
  if (has('tokenFile')) return ['its token is a file path, and no such file is in the controller'];
  return ['its user has no token'];
}

/**
 * Reads a kubeconfig that an ExternalSecret fills in, line by line: what is text in it, not what takes its place.
 *
 * Undefined when the template is no kubeconfig but a value that holds one.
 */
export function readTemplatedKubeconfig(field: Field<string>): KubeconfigSymbol | undefined {
  const text = field.value;
  if (!text.includes('clusters:')) return undefined;
  const literal = (key: string): string | undefined => {
    const value = new RegExp(`^[ \\t-]*${key}:[ \\t]*["']?([^"'\\s]+)`, 'm').exec(text)?.[1];
    return value === undefined || value.includes('{{') ? undefined : value;
  };
  const users = text.indexOf('users:');
  const user = users < 0 ? undefined : /name:[ \t]*["']?([^"'\s]+)/.exec(text.slice(users))?.[1];
  const problems: string[] = [];
  if (/^[ \t]*certificate-authority:[ \t]*["']?[^"'\s#]/m.test(text))
    problems.push('its CA is a file path, and no such file is in the controller');
  if (/^[ \t]*exec:(?![ \t]*(?:null|~)[ \t]*$)/m.test(text))
    problems.push('it runs a program for its credential, and the image holds none');
  if (/\btoken:[ \t]*["']?\{\{[^}]*\bb64enc\b/.test(text))
    problems.push('its token is encoded, and is sent as it is');
  if (!/^[ \t]*["']?current-context\b/m.test(text)) problems.push('it has no current-context');
  if (!/^[ \t-]*server:/m.test(text)) problems.push('it names no server');
  return {
    path: field.path,
    line: field.line,
    column: field.column,
    value: literal('server'),
    ...(user === undefined || user.includes('{{') ? {} : { user }),
    ...(/^[ \t-]*(?:proxy-url|tls-server-name):/m.test(text) ? { isRouted: true } : {}),
    problems,
    hasContent: literal('token') !== undefined,
  };
}

function parsed(text: string): Reader | undefined {
  const config = readKubeconfigText(text);
  return config?.clusters === undefined ? undefined : new Reader(config);
}

/** What a decoder makes of base64 that does not mind blanks and a missing end. */
function lenient(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
