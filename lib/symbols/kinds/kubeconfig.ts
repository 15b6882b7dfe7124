import { parse } from 'yaml';
import type { Field } from '../field.js';
import { isPlain, Reader } from '../reader.js';

/** What a kubeconfig in a Secret says, without its token and key. The value is its address. */
export interface KubeconfigSymbol extends Field<string | undefined> {
  /** Name of the user, by convention the remote-access account of the target. */
  readonly user?: string;
  /** What makes it unusable: `it is encoded twice`, `the CA is a file path`. */
  readonly problems: readonly string[];
  /** False for a placeholder that somebody else fills in. */
  readonly hasContent: boolean;
}

/** Reads a kubeconfig, encoded when it stands under `data`. Tokens and keys are dropped at once. */
export function readKubeconfig(field: Field<string>, encoded: boolean): KubeconfigSymbol {
  const plain = encoded ? decoded(field.value) : field.value;
  const at = { path: field.path, line: field.line, column: field.column };
  if (plain === undefined)
    return { ...at, value: undefined, problems: ['it is not base64'], hasContent: true };
  if (/^\s*$|^\s*[<$]|\{\{/.test(plain)) return { ...at, value: undefined, problems: [], hasContent: false };
  const config = parsed(plain);
  if (config === undefined) {
    const twice = parsed(decoded(plain.trim()) ?? '');
    return {
      ...at,
      value: undefined,
      problems: [twice === undefined ? 'it is no kubeconfig' : 'it is base64 of base64: encoded twice'],
      hasContent: true,
    };
  }
  const cluster = config.items('clusters')[0]?.sub('cluster');
  const user = config.items('users')[0];
  const problems: string[] = [];
  if (cluster?.has('certificate-authority') === true)
    problems.push('its CA is a file path, and no such file is in the controller');
  if (user?.has('user', 'exec') === true)
    problems.push('it runs a program for its credential, and the image holds none');
  if (user?.has('user', 'client-key') === true)
    problems.push('its key is a file path, and no such file is in the controller');
  if (config.raw('current-context') === undefined) problems.push('it has no current-context');
  if (cluster?.text('server') === undefined) problems.push('it names no server');
  const name = user?.text('name')?.value;
  return {
    ...at,
    value: cluster?.text('server')?.value,
    ...(name === undefined ? {} : { user: name }),
    problems,
    hasContent: true,
  };
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
