import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { label } from './compiled.js';
import { upstream } from './upstream.js';

/** An object that differs between two sets of manifests, and how: paths of fields, `new` or `gone`. */
export interface Difference {
  readonly object: Manifest;
  readonly what: readonly string[];
}

/** What the first user's repository renders today for a cluster, by its name in Argo CD. */
export function today(argocdName: string): Manifest[] {
  return manifestsIn(upstream(`../first-user/manifests/${argocdName}/linkerd-multicluster.yaml`));
}

/** The objects of a file. */
export function manifestsIn(path: string): Manifest[] {
  return parseAllDocuments(readFileSync(path, 'utf8'))
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);
}

/** True for an object of a Helm hook, which Argo CD removes when it has run. */
export function isHook({ metadata }: Manifest): boolean {
  return metadata.annotations?.['helm.sh/hook'] !== undefined;
}

/** Every object of either set that is not the same in both. */
export function differences(before: readonly Manifest[], after: readonly Manifest[]): Difference[] {
  const ours = new Map(after.map((object) => [label(object), object]));
  const theirs = new Set(before.map(label));
  return [
    ...before.map((object) => {
      const own = ours.get(label(object));
      return { object, what: own === undefined ? ['gone'] : differingPaths(object, own) };
    }),
    ...after.filter((object) => !theirs.has(label(object))).map((object) => ({ object, what: ['new'] })),
  ].filter(({ what }) => what.length > 0);
}

/** Paths of the fields that differ, each at the first one that one side lacks; descriptions of a schema as one. */
export function differingPaths(a: unknown, b: unknown, path = ''): string[] {
  const isMapping = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isMapping(a) || !isMapping(b))
    return a === b ? [] : [path.endsWith('.description') ? '*.description' : path];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differingPaths(a[key], b[key], path === '' ? key : `${path}.${key}`),
  );
}
