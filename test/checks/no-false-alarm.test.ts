import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../lib/checks/check.js';
import { symbolsOf, symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const releases = () =>
  readdirSync(upstream('linkerd2'))
    .filter((name) => !name.endsWith('.md'))
    .sort();

/** Every golden and derived render of a release. */
function rendersOf(release: string): string[] {
  const folder = upstream(`linkerd2/${release}`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /^(install_|serivce_mirror|service_mirror|derived-renders\/).*\.yaml$/.test(name))
    .filter((name) => !name.endsWith('.values.yaml'))
    .map((name) => `${folder}/${name}`);
}

describeUpstream('on renders of the upstream chart', () => {
  it('reports no error', () => {
    const files = releases().flatMap((release) => rendersOf(release));
    expect(files.length).toBeGreaterThan(30);
    const errors = files.flatMap((file) => {
      const { symbols, diagnostics } = symbolsOfTexts('one', [{ file, text: readFileSync(file, 'utf8') }]);
      return [...diagnostics, ...check({ clusters: [symbols] })]
        .filter((d) => d.severity === 'error')
        .map((d) => `${file} ${d.code} ${d.message}`);
    });
    expect(errors).toEqual([]);
  });

  const listed = parse(readFileSync(new URL('random-renders.yaml', import.meta.url), 'utf8')) as Readonly<
    Record<string, ListedError>
  >;

  it('reports errors of random values only where they are listed, as often, with a sample confirmed by hand', () => {
    const counts: Record<string, number> = {};
    const seen = new Set<string>();
    const rendered = new Set<string>();
    for (const release of releases()) {
      const lines = gunzipSync(readFileSync(upstream(`linkerd2/${release}/random-renders.jsonl.gz`)))
        .toString('utf8')
        .split('\n');
      for (const line of lines) {
        if (line === '') continue;
        const { id, objects } = JSON.parse(line) as { id: string; objects: Record<string, unknown>[] | null };
        if (objects === null) continue;
        rendered.add(id);
        const found = check({
          clusters: [
            symbolsOf(
              'one',
              objects.map((object) => ({ object })),
            ),
          ],
        });
        for (const d of found) {
          if (d.severity !== 'error') continue;
          counts[d.code] = (counts[d.code] ?? 0) + 1;
          seen.add(`${d.code} ${id}`);
        }
      }
    }
    // other renders hold the same mistakes in other numbers
    const samples = Object.entries(listed).filter(([, { sample }]) => rendered.has(sample.id));
    expect(Object.keys(counts).filter((code) => listed[code] === undefined)).toEqual([]);
    expect(samples.filter(([code, { sample }]) => !seen.has(`${code} ${sample.id}`))).toEqual([]);
    if (rendered.size === 560)
      expect(counts).toEqual(
        Object.fromEntries(Object.entries(listed).map(([code, { count }]) => [code, count])),
      );
    expect(Object.keys(counts).length).toBeGreaterThan(0);
  });
});

/** An error that is known to be right: how often, and where somebody looked. */
interface ListedError {
  readonly count: number;
  readonly reason: string;
  readonly sample: { readonly id: string; readonly value: string };
}
