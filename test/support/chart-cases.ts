import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';
import { upstream } from './upstream.js';

/** Folders of the reference data and the releases they hold, oldest first. */
export const RELEASE_FOLDERS: readonly {
  readonly folder: string;
  readonly release: string;
  readonly linkerdVersion: string;
}[] = [
  { folder: 'stable-2.14.10', release: 'stable-2.14.10', linkerdVersion: 'stable-2.14.10' },
  { folder: 'version-2.15', release: '2.15', linkerdVersion: 'edge-24.2.4' },
  { folder: 'version-2.16', release: '2.16', linkerdVersion: 'edge-24.8.2' },
  { folder: 'version-2.17', release: '2.17', linkerdVersion: 'edge-24.11.8' },
  { folder: 'version-2.18', release: '2.18', linkerdVersion: 'edge-25.4.4' },
  { folder: 'version-2.19', release: '2.19', linkerdVersion: 'edge-25.10.7' },
  { folder: 'version-2.20', release: '2.20', linkerdVersion: 'edge-26.6.3' },
  { folder: 'edge-26.8.3', release: 'edge-26.8.3', linkerdVersion: 'edge-26.8.3' },
];

/** What Helm made of random values: one line of `random-renders.jsonl.gz`. */
export interface RandomRender {
  readonly id: string;
  readonly linkerdVersion: string;
  readonly class: 'plain' | 'nasty' | 'broken';
  readonly namespace: string;
  readonly valuesYaml: string;
  readonly error: string | null;
  readonly objects: readonly unknown[];
  readonly files: readonly string[];
}

/** The random renders of a release. */
export function randomRenders(folder: string): RandomRender[] {
  const lines = gunzipSync(readFileSync(upstream(`linkerd2/${folder}/random-renders.jsonl.gz`))).toString();
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RandomRender);
}

/** Documents of a golden file of the chart's CLI renders: its objects. */
export function goldenObjects(path: string): unknown[] {
  return parseAllDocuments(readFileSync(upstream(path), 'utf8'), { version: '1.1' })
    .map((document) => document.toJS() as unknown)
    .filter((object) => object !== null);
}

/** Cases of a release's `derived-renders`: values, and the objects or Helm's error. */
export function derivedRenders(
  folder: string,
): { name: string; values: string; expected: string | undefined }[] {
  const path = `linkerd2/${folder}/derived-renders`;
  if (!existsSync(upstream(path))) return [];
  return readdirSync(upstream(path))
    .filter((name) => name.endsWith('.values.yaml'))
    .map((file) => {
      const name = file.replace(/\.values\.yaml$/, '');
      const rendered = `${path}/${name}.yaml`;
      return {
        name,
        values: readFileSync(upstream(`${path}/${file}`), 'utf8'),
        expected: existsSync(upstream(rendered)) ? rendered : undefined,
      };
    });
}
