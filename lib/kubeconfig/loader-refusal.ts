import { goBase64, whyNoBase64 } from './go-base64.js';
import { isMapping, type Mapping } from './mapping.js';
import { entriesOf } from './read-kubeconfig.js';

type Type = 'text' | 'true or false' | 'base64' | 'a list' | 'a mapping';
type Fields = Readonly<Record<string, Type>>;

const cluster: Fields = {
  server: 'text',
  'tls-server-name': 'text',
  'insecure-skip-tls-verify': 'true or false',
  'certificate-authority': 'text',
  'certificate-authority-data': 'base64',
  'proxy-url': 'text',
  'disable-compression': 'true or false',
};

const user: Fields = {
  'client-certificate': 'text',
  'client-certificate-data': 'base64',
  'client-key': 'text',
  'client-key-data': 'base64',
  token: 'text',
  tokenFile: 'text',
  as: 'text',
  'as-uid': 'text',
  'as-groups': 'a list',
  'as-user-extra': 'a mapping',
  username: 'text',
  password: 'text',
  'auth-provider': 'a mapping',
  exec: 'a mapping',
};

const context: Fields = { cluster: 'text', user: 'text', namespace: 'text' };

const lists: readonly (readonly [list: string, key: string, fields: Fields])[] = [
  ['clusters', 'cluster', cluster],
  ['users', 'user', user],
  ['contexts', 'context', context],
];

/**
 * Why client-go's loader refuses a kubeconfig as a whole, whatever its current context: version, types, names that
 * stand twice, base64. The second half of a sentence that begins with the kubeconfig; no value is repeated.
 * @see https://github.com/kubernetes/client-go/blob/v0.35.0/tools/clientcmd/api/v1/types.go
 */
export function loaderRefusal(config: Mapping): string | undefined {
  const { apiVersion } = config;
  if (apiVersion !== undefined && apiVersion !== null && apiVersion !== '' && apiVersion !== 'v1')
    return 'is of another apiVersion than v1, the only one there is';
  const top = mistyped(config, { kind: 'text', 'current-context': 'text', preferences: 'a mapping' });
  if (top !== undefined) return top;
  for (const [list, key, fields] of lists) {
    const all = mistyped(config, { [list]: 'a list' });
    if (all !== undefined) return all;
    const names = new Set<unknown>();
    for (const entry of entriesOf(config, list)) {
      const refusal =
        mistyped(entry, { name: 'text', [key]: 'a mapping' }, `${list}[].`) ??
        mistyped(isMapping(entry[key]) ? entry[key] : {}, fields);
      if (refusal !== undefined) return refusal;
      if (names.has(entry.name)) return `has two ${list} of one name`;
      names.add(entry.name);
    }
  }
  return undefined;
}

/** What is said of the first field that is of another type; null is of every type. */
function mistyped(mapping: Mapping, fields: Fields, path = ''): string | undefined {
  for (const [field, type] of Object.entries(fields)) {
    const value = mapping[field];
    if (value === undefined || value === null || isOf(value, type)) continue;
    if (type === 'base64' && typeof value === 'string')
      return `has \`${field}\`, which is ${whyNoBase64(value)}`;
    const quoting = type === 'text' && typeof value !== 'object';
    return `has \`${path}${field}\`, which must be ${type}${quoting ? ': quote it, as YAML reads another type without' : ''}`;
  }
  return undefined;
}

function isOf(value: unknown, type: Type): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'true or false':
      return typeof value === 'boolean';
    case 'base64':
      return typeof value === 'string' && goBase64(value) !== undefined;
    case 'a list':
      return Array.isArray(value);
    case 'a mapping':
      return isMapping(value);
  }
}
