import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { hasSchema, loadSchemas } from '../../lib/schemas/load.js';
import type { SchemaProblem } from '../../lib/schemas/problem.js';
import { validateManifest } from '../../lib/schemas/validate.js';
import { type CorpusObject, corpusObjects } from '../support/corpora.js';
import { typoPlaces, withTypo } from '../support/typos.js';
import { describeUpstream } from '../support/upstream.js';

describeUpstream('the objects of upstream', () => {
  let corpus: CorpusObject[] = [];

  beforeAll(async () => {
    corpus = corpusObjects();
    await loadSchemas(corpus.map(({ object }) => object));
  });

  const problems = (origins: readonly string[]) =>
    corpus
      .filter(({ origin }) => origins.includes(origin))
      .flatMap(({ object, place }) =>
        validateManifest(object).map((problem) => ({ place, object, problem })),
      );

  const text = ({ place, object, problem }: { place: string; object: Manifest; problem: SchemaProblem }) =>
    `${place} ${object.kind} ${object.metadata.name}: ${problem.path} ${problem.message}`;

  test('are of kinds that have a schema', () => {
    const types = new Set(corpus.map(({ object }) => `${object.apiVersion} ${object.kind}`));
    expect([...types].filter((type) => !hasSchema(...(type.split(' ') as [string, string])))).toEqual([]);
    expect(types.size).toBeGreaterThanOrEqual(19);
  });

  test('pass when they come from goldens, derived renders and renders of plain values', () => {
    expect(problems(['golden', 'derived', 'plain']).map(text)).toEqual([]);
  });

  test('pass when link-gen printed them, but for the kubeconfig that the recording decoded', () => {
    const others = problems(['link-gen']).filter(({ problem }) => problem.path !== 'data.kubeconfig');
    expect(others.map(text)).toEqual([]);
  });

  test('are refused, where nasty values made them, only for what an API server refuses to read', () => {
    const refused = problems(['nasty']);
    // a number or boolean for a string, a fraction for an integer, a number out of its limits, no name at all
    const unexplained = refused.filter(
      ({ problem }) =>
        problem.kind !== 'type' &&
        !(problem.kind === 'missing-field' && problem.path.endsWith('name')) &&
        !/^must be (<= 2147483647|<= 65535|>= [01])$/.test(problem.message),
    );
    expect(unexplained.map(text)).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
  });

  test('never pass with a typo in a key, whatever its depth; the key that was meant is suggested', () => {
    const sound = corpus.filter(({ origin }) => ['golden', 'derived', 'plain'].includes(origin));
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(), fc.nat(), (which, where, slip) => {
        const object = sound[which]?.object;
        if (object === undefined) throw new Error(`no object ${which}`);
        const places = typoPlaces(object);
        const place = places[where % places.length] ?? [];
        const planted = withTypo(object, place, slip);
        const found = validateManifest(planted.object as Manifest).filter(
          ({ path }) => path === planted.path,
        );
        expect(found).toMatchObject([{ kind: 'unknown-field' }]);
        if (planted.key.length > 3) expect(found[0]?.suggestion).toBe(planted.key);
      }),
      { numRuns: 3000 },
    );
  });
});
