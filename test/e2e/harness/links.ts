import type { Manifest } from '../../../lib/manifests/manifest.js';
import type { Api } from './api.js';
import { base64File } from './certificates.js';
import type { Cluster } from './cluster.js';
import { kubeconfigText } from './kubeconfig.js';
import { textAt } from './record.js';
import { clusterNames, dist, manifestsOf, type ClusterName } from './shipped-fleet.js';
import { until } from './wait.js';

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
        // Up to 2.17 the service mirror came with the Link, under another name.
        const names = [`controller-${name}`, `linkerd-service-mirror-${name}`];
        const controller = manifests.find(
          (it) => it.kind === 'Deployment' && names.includes(it.metadata.name),
        );
        if (controller === undefined) throw new Error(`nothing in ${source} serves its Link ${name}`);
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

/** A token Secret, once the token controller has filled it. */
export function issued(api: Api, secret: Manifest): Promise<Manifest> {
  return until(`${secret.metadata.name} has a token`, async () => {
    const live = await api.get(secret);
    return textAt(live, 'data', 'token') !== '' && live;
  });
}

/** The kubeconfig with which a source reaches a target as its own account there, as it would be put into a store. */
export async function storedKubeconfig(
  target: Cluster,
  targetName: ClusterName,
  source: ClusterName,
): Promise<string> {
  const account = tokenSecrets(targetName).find(({ metadata }) => metadata.name.endsWith(`-${source}-token`));
  if (account === undefined) throw new Error(`${targetName} has no account for ${source}`);
  const token = Buffer.from(textAt(await issued(target.api, account), 'data', 'token'), 'base64').toString();
  return kubeconfigText({
    server: target.server,
    authorityData: base64File(target.certificates.authority),
    user: { token },
  });
}
