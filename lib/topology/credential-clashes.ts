import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Edge } from './edge.js';
import type { ExternalCredentials, Link } from './fleet.js';

/** A Link that takes its credential from a store. */
interface StoredLink {
  readonly edge: Edge;
  readonly link: Link;
  readonly credentials: ExternalCredentials;
}

/**
 * Links of one source whose credentials are one and the same, by the name of their ExternalSecrets or by what they read:
 * no kubeconfig is that of two clusters. `links` are those of `edges`, in their order.
 *
 * Reports CREDENTIALS_NAME_TWICE and CREDENTIALS_KEY_TWICE, each at the first Link that comes too late.
 */
export function credentialClashes(
  edges: readonly Edge[],
  links: readonly Link[],
  config: LoadedConfig,
): Diagnostic[] {
  const named = new Map<string, StoredLink>();
  const read = new Map<string, StoredLink>();
  return edges.flatMap((edge, i): Diagnostic[] => {
    const link = links[i];
    if (link?.credentials?.kind !== 'externalSecrets') return [];
    const each = { edge, link, credentials: link.credentials };
    const { name, storeKind, store, key, property, push } = link.credentials;
    const sameName = firstOf(named, `${edge.source} ${name}`, each);
    // what is pushed under one key clashes in the store itself, and the linker tells where
    const sameKey = push
      ? each
      : firstOf(read, JSON.stringify([edge.source, storeKind, store, key, property]), each);
    return [
      ...(sameName === each ? [] : [nameTwice(each, sameName, config)]),
      ...(sameKey === each ? [] : [keyTwice(each, sameKey, config)]),
    ];
  });
}

function firstOf(known: Map<string, StoredLink>, key: string, each: StoredLink): StoredLink {
  const first = known.get(key);
  if (first === undefined) known.set(key, each);
  return first ?? each;
}

function nameTwice(each: StoredLink, first: StoredLink, config: LoadedConfig): Diagnostic {
  return {
    code: 'CREDENTIALS_NAME_TWICE',
    message: `the ExternalSecrets of ${bothOf(each, first)} would both be called ${each.credentials.name}`,
    why: 'the one that is applied last replaces the other, and one of the Links never gets its credential',
    fix: 'put `{secret}` or `{target}` into `name`, or leave it out',
    ...about(each, 'name', config),
  };
}

function keyTwice(each: StoredLink, first: StoredLink, config: LoadedConfig): Diagnostic {
  const { key, property, store } = each.credentials;
  return {
    code: 'CREDENTIALS_KEY_TWICE',
    message: `${bothOf(each, first)} would both read property ${property} of the key ${key} in the store ${store}`,
    why: 'a kubeconfig names one cluster, so one of the Links would mirror what the other cluster exports',
    fix: 'put `{target}` into `key`, or give each Link a `property` of its own',
    ...about(each, 'key', config),
  };
}

function bothOf({ link }: StoredLink, first: StoredLink): string {
  return `${first.link.source} → ${first.link.target} and ${link.source} → ${link.target}`;
}

function about({ edge, link }: StoredLink, field: 'name' | 'key', config: LoadedConfig) {
  const own = edge.options.credentials === undefined ? [] : edge.path;
  return {
    severity: 'error',
    path: `credentials.externalSecrets.${field}`,
    link: `${link.source} → ${link.target}`,
    ...config.placeOf([...own, 'credentials', 'externalSecrets', field]),
  } as const;
}
