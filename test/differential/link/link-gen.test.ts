import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasErrors } from '../../../lib/diagnostics/diagnostic.js';
import { linkObjects } from '../../../lib/link/link-objects.js';
import type { LinkRequest } from '../../../lib/link/link-request.js';
import { describeUpstream, upstream } from '../../support/upstream.js';

interface Run extends LinkRequest {
  readonly id: string;
  readonly exit: number;
  readonly error: string | null;
  readonly objects: readonly Tree[];
}

type Tree = Record<string, unknown>;

interface Difference {
  readonly kind: string;
  readonly field: string;
}

interface Differences {
  readonly objects: readonly Difference[];
  readonly refusals: readonly { readonly code: string }[];
}

const differences = parse(readFileSync(new URL('differences.yaml', import.meta.url), 'utf8')) as Differences;
const excused = new Set<unknown>();

/** Cuts an excused field such as `clusters[0].name` out of a tree, and tells whether it was there. */
function cut(tree: Tree, field: string): boolean {
  const steps = field.split(/[.[\]]+/);
  const last = steps.pop() ?? '';
  let at: unknown = tree;
  for (const step of steps) at = (at as Tree)[step];
  return last in (at as Tree) && Reflect.deleteProperty(at as Tree, last);
}

/** A copy without the fields that may differ. */
function comparable(kind: string, tree: Tree): Tree {
  const copy = structuredClone(tree);
  for (const difference of differences.objects) {
    if (difference.kind === kind && cut(copy, difference.field)) excused.add(difference);
  }
  return copy;
}

/** The kubeconfigs of an answer, by the field that holds them on each side. */
function kubeconfigs(objects: readonly Tree[]): Tree[] {
  return objects
    .filter(({ kind }) => kind === 'Secret')
    .map((secret) =>
      comparable(
        'kubeconfig',
        'data' in secret
          ? (secret as { data: { kubeconfig: { 'base64 of': Tree } } }).data.kubeconfig['base64 of']
          : (parse((secret as { stringData: { kubeconfig: string } }).stringData.kubeconfig) as Tree),
      ),
    );
}

describeUpstream('link-gen from files against the command', () => {
  const file = upstream('linkerd2/edge-26.8.3/link-gen.jsonl.gz');
  const runs = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');

  test.each(runs.map((line) => JSON.parse(line) as Run))('prints the same objects in $id', (run) => {
    // these two exist beside the chart, see the README of the recordings
    const ours = linkObjects({ ...run, release: 'edge-26.8.3', accounts: ['mirror-a', 'mirror-b'] });
    const codes: readonly string[] = ours.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    expect(hasErrors(ours.diagnostics)).toBe(ours.objects.length === 0);
    if (run.exit !== 0) {
      expect(codes, run.error ?? '').not.toEqual([]);
      return;
    }
    const refusals = differences.refusals.filter(({ code }) => codes.includes(code));
    expect(codes.filter((code) => !refusals.some((refusal) => refusal.code === code))).toEqual([]);
    for (const refusal of refusals) excused.add(refusal);
    if (refusals.length > 0) return;
    const trees = ours.objects as readonly unknown[] as readonly Tree[];
    const bare = (object: Tree): Tree => {
      const rest = comparable(String(object.kind), object);
      delete rest.stringData;
      return rest;
    };
    expect(trees.map(bare)).toEqual(run.objects.map(bare));
    expect(kubeconfigs(trees)).toEqual(kubeconfigs(run.objects));
  });

  test.each([...differences.objects, ...differences.refusals])('needs the difference %o', (difference) => {
    expect(excused).toContain(difference);
  });
});
