import { parse } from 'yaml';
import type { Field } from '../field.js';
import { isFilledLater } from '../placeholder.js';
import { isPlain, Reader } from '../reader.js';

/** What a kubeconfig in a Secret says, without its token and key. The value is its address. */
export interface KubeconfigSymbol extends Field<string | undefined> {
  /** Name of the user, by convention the remote-access account of the target. */
  readonly user?: string;
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
  const plain = encoded ? decoded(field.value) : field.value;
  if (plain === undefined)
    return { ...unread, problems: ['it is not base64'], hasContent: parsed(field.value) !== undefined };
  if (isFilledLater(plain)) return { ...unread, problems: [], hasContent: false };
  const config = parsed(plain);
  if (config === undefined) {
    const isTwice = parsed(decoded(plain.trim()) ?? '') !== undefined;
    const problem = isTwice ? 'it is base64 of base64: encoded twice' : 'it is no kubeconfig';
    return { ...unread, problems: [problem], hasContent: isTwice };
  }
  const { cluster, user, problems } = inUse(config);
  const name = user?.text('name')?.value;
  return {
    ...at,
    value: cluster?.text('cluster', 'server')?.value,
    ...(name === undefined ? {} : { user: name }),
    problems: [...problems, ...clusterProblems(cluster), ...userProblems(user)],
    hasContent: true,
  };
}

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
  if (cluster.has('cluster', 'certificate-authority'))
    problems.push('its CA is a file path, and no such file is in the controller');
  if (cluster.text('cluster', 'server') === undefined) problems.push('it names no server');
  return problems;
}

const programs = ['exec', 'auth-provider'];
const keysInText = ['token', 'client-certificate-data', 'password'];
const keysInFiles = ['tokenFile', 'client-certificate', 'client-key'];

function holds(user: Reader, keys: readonly string[]): boolean {
  return keys.some((key) => (user.word('user', key) ?? '') !== '' || user.sub('user', key) !== undefined);
}

/** A token in the text is taken before any file or program is asked. */
function userProblems(user: Reader | undefined): string[] {
  if (user === undefined) return [];
  if (holds(user, programs)) return ['it runs a program for its credential, and the image holds none'];
  if (user.has('user', 'client-key'))
    return ['its key is a file path, and no such file is in the controller'];
  if (holds(user, keysInText)) return [];
  if (holds(user, keysInFiles)) return ['its token is a file path, and no such file is in the controller'];
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
  if (/^[ \t]*certificate-authority:/m.test(text))
    problems.push('its CA is a file path, and no such file is in the controller');
  if (/^[ \t]*exec:/m.test(text))
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
    problems,
    hasContent: literal('token') !== undefined,
  };
}

function parsed(text: string): Reader | undefined {
  try {
    const data: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 100 });
    return isPlain(data) && data.clusters !== undefined ? new Reader(data) : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string | undefined {
  const packed = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined;
  return Buffer.from(packed, 'base64').toString('utf8');
}
