import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findLeaks } from '../../lib/guards/leak.js';
import { describeUpstream, upstream } from '../support/upstream.js';

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function read(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

const firstUser = upstream('../first-user');

describeUpstream('what others wrote', () => {
  it('passes: charts, renders, recordings, CRDs and goldens hold no secret', () => {
    const all = files(upstream());
    expect(all.length).toBeGreaterThan(50);
    for (const file of all) expect(findLeaks(read(file)), file).toEqual([]);
  });

  it.runIf(existsSync(firstUser))('passes: the files of the first user hold no secret', () => {
    const all = files(firstUser);
    expect(all.length).toBeGreaterThan(20);
    for (const file of all) expect(findLeaks(read(file)), file).toEqual([]);
  });
});
