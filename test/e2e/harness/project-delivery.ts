import { join } from 'node:path';

import type { Fleet } from './fleet.js';
import { installCrds } from './crds.js';
import { changedObjects, deliver, objectVersions } from './deliver.js';
import { createProjectAccount } from './project-account.js';
import { clusterNames, manifestsOf, synthVariant, type ClusterName } from './shipped-fleet.js';
import { readManifests } from './yaml-documents.js';

/** What API servers made of an output folder. */
export interface Delivery {
  readonly objects: number;
  /** Refusals in the servers' words. */
  readonly refused: readonly string[];
}

/**
 * Applies an output folder to empty clusters, each from an account that holds what the AppProject grants and no more.
 *
 * `release` is Linkerd's, for the project; the shipped fleet's own where absent.
 */
export async function deliverAsProject(
  fleet: Fleet<ClusterName>,
  folder: string,
  release?: string,
): Promise<Delivery> {
  const narrow = synthVariant(fleet.folder, `narrow-${release ?? 'shipped'}`, (config) => {
    config.setIn(['argocd', 'createProject'], true);
    if (release !== undefined) config.setIn(['linkerd', 'release'], release);
  });
  const [project] = readManifests(join(narrow, 'argocd/appproject.yaml'));
  if (project === undefined) throw new Error('createProject renders no AppProject');
  const refused: string[] = [];
  let objects = 0;
  for (const name of clusterNames) {
    const cluster = fleet.clusters[name];
    const manifests = manifestsOf(name, folder);
    // Rights to a kind can only be granted once the kind is there, so the Link's CRD is known by then.
    const crds = manifests.filter(({ kind }) => kind === 'CustomResourceDefinition');
    await installCrds(cluster, crds);
    const account = await createProjectAccount(cluster, project, name);
    const api = cluster.api.as(account.token);
    refused.push(...(await deliver(api, manifests, account.grantInNamespaces)));
    api.close();
    objects += manifests.length;
  }
  return { objects, refused };
}

/** Applies an output folder once more, and names the objects that this changed. */
export async function changedByRepetition(fleet: Fleet<ClusterName>, folder: string): Promise<string[]> {
  const changed: string[] = [];
  for (const name of clusterNames) {
    const { api } = fleet.clusters[name];
    const manifests = manifestsOf(name, folder);
    const before = await objectVersions(api, manifests);
    changed.push(...(await deliver(api, manifests)));
    changed.push(...changedObjects(before, await objectVersions(api, manifests)));
  }
  return changed;
}
