import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { compileFleet } from '../../lib/pipeline/compile-fleet.js';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { folderWith } from '../support/config-folder.js';
import { treeOf } from '../support/tree.js';

/** The committed manifests of the shipped fleet, by path. */
const files = Object.entries(treeOf('dist')).filter(([path]) => path.endsWith('.yaml') && path !== 'index.yaml');

/** The objects that a fleet is made of, as they were before they became text. */
async function objectsOf(config: string): Promise<Manifest[]> {
  const { opened } = openFleet(config);
  const objects: Manifest[] = [];
  if (opened !== undefined) {
    await compileFleet(opened, { onCluster: (_, manifests) => objects.push(...manifests) });
  }
  return objects;
}

function identity(object: Manifest): string {
  return JSON.stringify(object, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

describe('dist', () => {
  test.each(['1.1', '1.2'] as const)('reads as our objects in YAML %s', async (version) => {
    const read = files
      .filter(([path]) => path.startsWith('clusters/'))
      .flatMap(([, text]) =>
        parseAllDocuments(text, { version }).map((document) => document.toJS() as Manifest),
      );
    expect(read.map(identity).sort()).toEqual((await objectsOf('config')).map(identity).sort());
  });

  const kubectl = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;
  test.skipIf(!kubectl)('reads as our objects in kubectl (skipped where there is none)', async () => {
    const folder = folderWith(
      Object.fromEntries(files.map(([path]) => [path, readFileSync(join('dist', path), 'utf8')])),
    );
    const read: Manifest[] = [];
    for (const [path] of files.filter(([name]) => name.startsWith('clusters/'))) {
      const kustomization = folderWith({
        'kustomization.yaml': `resources: [file.yaml]\n`,
        'file.yaml': readFileSync(join(folder, path), 'utf8'),
      });
      const { stdout, stderr } = spawnSync('kubectl', ['kustomize', kustomization], { encoding: 'utf8' });
      expect(stderr).toBe('');
      read.push(...parseAllDocuments(stdout).map((document) => document.toJS() as Manifest));
    }
    expect(read.map(identity).sort()).toEqual((await objectsOf('config')).map(identity).sort());
  });

  test('has LF line ends, no trailing blanks and one line break at the end of each file', () => {
    for (const [path, text] of Object.entries(treeOf('dist'))) {
      expect(text, path).not.toMatch(/\r|[ \t]\n|\n\n$/);
      expect(text, path).toMatch(/\n$/);
    }
  });
});
