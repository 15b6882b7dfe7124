import type { Manifest } from '../../../lib/manifests/manifest.js';
import { textAt } from './record.js';
import { clusterNames, dist, manifestsOf, type ClusterName } from './shipped-fleet.js';

/** A Link of dist and what belongs to it. */
export interface ShippedLink {
  readonly source: ClusterName;
  readonly name: string;
  readonly namespace: string;
  /** The Secret that holds the credentials. */
  readonly secret: string;
  /** The controller's Deployment in the source cluster. */
  readonly controller: Manifest;
}

/** The Links that dist holds, read from it and not from the fleet file. */
export function shippedLinks(folder = dist): ShippedLink[] {
  return clusterNames.flatMap((source) => {
    const manifests = manifestsOf(source, folder);
    return manifests
      .filter(({ kind }) => kind === 'Link')
      .map(({ metadata: { name, namespace = '' }, spec }) => {
        const controller = manifests.find(
          (it) => it.kind === 'Deployment' && it.metadata.name === `controller-${name}`,
        );
        if (controller === undefined)
          throw new Error(`${source} has a Link ${name} and no Deployment controller-${name}`);
        return { source, name, namespace, secret: textAt(spec, 'clusterCredentialsSecret'), controller };
      });
  });
}

/** The account that a Deployment's pods run as, as an authorizer names it. */
export function accountOf({ metadata, spec }: Manifest): string {
  return `system:serviceaccount:${metadata.namespace ?? ''}:${textAt(spec, 'template', 'spec', 'serviceAccountName')}`;
}

/** Token Secrets of a cluster's remote access accounts. */
export function tokenSecrets(cluster: ClusterName, folder = dist): Manifest[] {
  return manifestsOf(cluster, folder).filter(
    (it) => it.kind === 'Secret' && it.type === 'kubernetes.io/service-account-token',
  );
}
