import type { Manifest } from '../manifests/manifest.js';

/** A Link by what a rename keeps: the cluster and the address it points to. */
export interface InventoryLink {
  readonly name: string;
  /** `spec.targetClusterName`. */
  readonly target: string;
  /** `gatewayAddress:gatewayPort`; empty where the Link has no gateway. */
  readonly address: string;
}

/**
 * What a cluster's manifests hold that must not vanish unnoticed; a few hundred bytes a cluster.
 *
 * An access account is a ServiceAccount with a token Secret; each half is kept, as either may go alone.
 */
export interface Inventory {
  /** Name of the cluster's folder. */
  readonly cluster: string;
  readonly links: readonly InventoryLink[];
  readonly serviceAccounts: readonly string[];
  /** ServiceAccounts that a token Secret names. */
  readonly tokenAccounts: readonly string[];
  readonly namespaces: readonly string[];
  readonly crds: readonly string[];
}

/** Type of the Secret that makes an account usable from another cluster. */
export const tokenType = 'kubernetes.io/service-account-token';
/** Annotation of such a Secret that names the account. */
export const accountAnnotation = 'kubernetes.io/service-account.name';

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function linkOf(manifest: Manifest): InventoryLink {
  const spec = (manifest.spec ?? {}) as Readonly<Record<string, unknown>>;
  const host = text(spec.gatewayAddress);
  return {
    name: manifest.metadata.name,
    target: text(spec.targetClusterName),
    address: host === '' ? '' : `${host}:${text(spec.gatewayPort)}`,
  };
}

function accountOf(manifest: Manifest): string | undefined {
  return manifest.type === tokenType ? manifest.metadata.annotations?.[accountAnnotation] : undefined;
}

/** The inventory of the manifests of one cluster. */
export function inventoryOf(cluster: string, manifests: readonly Manifest[]): Inventory {
  const named = (kind: string): string[] =>
    manifests.filter((m) => m.kind === kind).map((m) => m.metadata.name);
  return {
    cluster,
    links: manifests.filter((m) => m.kind === 'Link').map(linkOf),
    serviceAccounts: named('ServiceAccount'),
    tokenAccounts: manifests
      .filter((m) => m.kind === 'Secret')
      .map(accountOf)
      .filter((name) => name !== undefined),
    namespaces: named('Namespace'),
    crds: named('CustomResourceDefinition'),
  };
}
