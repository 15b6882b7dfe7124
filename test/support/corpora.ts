import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { upstream } from './upstream.js';

/** An object that upstream's charts or commands made, and where it stands. */
export interface CorpusObject {
  /** `golden`, `derived`, `link-gen`, or the class of a random render: `plain`, `nasty`, `broken`. */
  readonly origin: string;
  readonly place: string;
  readonly object: Manifest;
}

/** Every object of every corpus of upstream's reference data. */
export function corpusObjects(): CorpusObject[] {
  const folders = readdirSync(upstream('linkerd2'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return folders.flatMap(({ name }) => [
    ...yamlFolder(`linkerd2/${name}`, /^(?:install|service_mirror|serivce_mirror)_.*\.yaml$/, 'golden'),
    ...yamlFolder(`linkerd2/${name}/derived-renders`, /(?<!\.values)\.yaml$/, 'derived'),
    ...jsonLines(`linkerd2/${name}/random-renders.jsonl.gz`),
    ...jsonLines(`linkerd2/${name}/link-gen.jsonl.gz`),
  ]);
}

function yamlFolder(folder: string, names: RegExp, origin: string): CorpusObject[] {
  if (!existsSync(upstream(folder))) return [];
  const files = readdirSync(upstream(folder)).filter((name) => names.test(name));
  return files.flatMap((name) =>
    parseAllDocuments(readFileSync(upstream(join(folder, name)), 'utf8'))
      .map((document) => document.toJS() as Manifest | null)
      .filter((object) => object !== null)
      .map((object) => ({ origin, place: `${folder}/${name}`, object })),
  );
}

function jsonLines(file: string): CorpusObject[] {
  if (!existsSync(upstream(file))) return [];
  const lines = gunzipSync(readFileSync(upstream(file)))
    .toString()
    .trim()
    .split('\n');
  return lines.flatMap((line, i) => {
    const run = JSON.parse(line) as { id?: string; class?: string; objects: Manifest[] };
    const place = run.id ?? `${file} line ${i + 1}`;
    return run.objects.map((object) => ({ origin: run.class ?? 'link-gen', place, object }));
  });
}
