import type { PlaceOf } from '../config/loaded-config.js';
import type { PatchConfig } from '../config/patch-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import { mergePatch } from './merge-patch.js';

/** A file with its objects. */
interface PatchedFile {
  readonly file: string;
  readonly manifests: readonly Manifest[];
}

/**
 * The files of a cluster with its patches applied, in their order.
 *
 * Reports PATCH_NO_OBJECT for a patch that hits nothing or more than one object, PATCH_IDENTITY for one that would
 * rename what it hits.
 */
export function patchFiles<F extends PatchedFile>(
  files: readonly F[],
  patches: readonly PatchConfig[],
  cluster: string,
  placeOf: PlaceOf,
): { files: readonly F[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let patched = files;
  for (const [index, { target, merge }] of patches.entries()) {
    const path = ['clusters', cluster, 'patches', index] as const;
    const about = {
      severity: 'error',
      cluster,
      path: `clusters.${cluster}.patches[${index}]`,
      ...placeOf(path),
    } as const;
    const isHit = ({ kind, metadata }: Manifest): boolean =>
      kind === target.kind &&
      metadata.name === target.name &&
      (target.namespace === undefined || metadata.namespace === target.namespace);
    const hits = patched.flatMap(({ manifests }) => manifests.filter(isHit));
    const named = `${target.kind} ${target.namespace === undefined ? '' : `${target.namespace}/`}${target.name}`;
    if (hits.length !== 1) {
      diagnostics.push({
        code: 'PATCH_NO_OBJECT',
        message:
          hits.length === 0
            ? `the patch of ${named} hits nothing`
            : `the patch of ${named} hits ${hits.length} objects`,
        why: 'a patch that hits something else than what was meant changes a mesh unseen',
        fix: hits.length === 0 ? nearest(patched, target.kind, cluster) : 'add `namespace` to its target',
        ...about,
      });
      continue;
    }
    if (renames(merge)) {
      diagnostics.push({
        code: 'PATCH_IDENTITY',
        message: `the patch of ${named} changes what the object is called`,
        why: 'others refer to it by kind, namespace and name, and Argo CD would delete it and make another',
        fix: 'leave out `apiVersion`, `kind`, `metadata.name` and `metadata.namespace`',
        ...about,
      });
      continue;
    }
    patched = patched.map((file) => ({
      ...file,
      manifests: file.manifests.map((object) => (isHit(object) ? patchedObject(object, merge) : object)),
    }));
  }
  return { files: patched, diagnostics };
}

function patchedObject(object: Manifest, merge: PatchConfig['merge']): Manifest {
  const merged = mergePatch(object, merge) as Manifest;
  return plainManifest(merged) ?? merged;
}

function renames(merge: Readonly<Record<string, unknown>>): boolean {
  const { apiVersion, kind, metadata } = merge;
  const inner = (typeof metadata === 'object' ? metadata : { name: metadata }) as {
    name?: unknown;
    namespace?: unknown;
  } | null;
  return (
    apiVersion !== undefined ||
    kind !== undefined ||
    inner === null ||
    inner.name !== undefined ||
    inner.namespace !== undefined
  );
}

function nearest(files: readonly PatchedFile[], kind: string, cluster: string): string {
  const names = files.flatMap(({ manifests }) =>
    manifests.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name),
  );
  const list = names.slice(0, 8).map((name) => `\`${name}\``);
  return list.length > 0
    ? `name one that ${cluster} has of this kind: ${list.join(', ')}`
    : `${cluster} has no ${kind}; look at its folder in the output`;
}
