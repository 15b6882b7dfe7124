import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';
import type { ValuesLayer } from '../../lib/config/loaded-config.js';
import { folderWith } from '../support/config-folder.js';

/** The values of a cluster, after they were read and forgotten, and the path of their file. */
function forgotten(): { layer: ValuesLayer | undefined; path: string } {
  const folder = folderWith({
    'fleet.yaml': 'name: one\nlinkerd: { release: edge-26.8.2 }\nclusters: { east: {} }\n',
    'east-values.yaml': 'linkerd-multicluster:\n  podLabels: { team: mesh }\n',
  });
  const layer = loadConfig(folder).config?.clusters.get('east');
  expect(layer?.values).toEqual({ podLabels: { team: 'mesh' } });
  layer?.forget?.();
  return { layer, path: join(folder, 'east-values.yaml') };
}

it('values that were forgotten are read again, with their places', () => {
  const { layer, path } = forgotten();
  writeFileSync(path, '# moved\nlinkerd-multicluster:\n  podLabels: { team: net }\n');
  expect(layer?.values).toEqual({ podLabels: { team: 'net' } });
  expect(layer?.placeOf(['podLabels', 'team'])).toMatchObject({ line: 3, column: 22 });
});

it('values that were forgotten are none where their file is gone, and still have its name', () => {
  const { layer, path } = forgotten();
  rmSync(path);
  expect(layer?.values).toEqual({});
  expect(layer?.placeOf(['podLabels'])).toEqual({ file: layer?.file });
});
