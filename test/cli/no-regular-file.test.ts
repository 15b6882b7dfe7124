import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const files = {
  'config/fleet.yaml': `name: one
linkerd: { release: edge-26.8.2 }
clusters: { east: { extraManifests: [extra.yaml] } }
`,
  'config/values.yaml': 'revisionHistoryLimit: 3\n',
  'config/east-values.yaml': 'revisionHistoryLimit: 4\n',
  'config/extra.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes }\n',
};

const places: [string, (path: string) => void][] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path])],
  [
    'a link to a device',
    (path) => {
      symlinkSync('/dev/zero', path);
    },
  ],
];

describe.skipIf(process.platform === 'win32').each(places)('%s in the place of a file', (_, put) => {
  test.each(Object.keys(files))('%s is told, and nothing waits for it', (name) => {
    const cwd = folderWith(files);
    rmSync(join(cwd, name));
    put(join(cwd, name));
    const { code, err } = linkspan(['synth'], { cwd, timeout: 20_000 });
    expect(code).toBe(1);
    expect(err).toContain(`${name} error FILE_UNREADABLE\n  \`${name}\` is no regular file\n`);
  });
});
