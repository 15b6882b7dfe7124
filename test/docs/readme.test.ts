import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { linkspan } from '../support/run-command.js';

const readme = readFileSync('README.md', 'utf8');

/** The first block after a sentence of the README. */
function blockAfter(sentence: string): string {
  const from = readme.indexOf(sentence);
  if (from < 0) throw new Error(`README says nowhere: ${sentence}`);
  return /\n```\w*\n([^]*?\n)```\n/.exec(readme.slice(from))?.[1] ?? '';
}

describe('README', () => {
  it('shows the shipped fleet, all of it', () => {
    const shown: unknown = parse(blockAfter('This is the whole of the shipped fleet'));
    expect(shown).toEqual(parse(readFileSync('config/fleet.yaml', 'utf8')));
  });

  it.each(['in-cluster-local', 'production'])('lists the files of %s', (cluster) => {
    const lines = blockAfter('and this is what comes out:').split('\n');
    const at = lines.findIndex((line) => line.includes(`── ${cluster}/`));
    const shown: string[] = [];
    for (const line of lines.slice(at + 1)) {
      const file = /── (\S+\.yaml)/.exec(line)?.[1];
      if (file === undefined) break;
      shown.push(file);
    }
    expect(shown.sort()).toEqual(readdirSync(`dist/clusters/${cluster}`).sort());
  });

  it('shows what a run prints for two mistakes', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'readme-'));
    cpSync('config', join(cwd, 'config'), { recursive: true });
    const fleet = readFileSync('config/fleet.yaml', 'utf8');
    const spoiled = fleet
      .replace('nodePort: 30143', 'nodeport: 30143')
      .replace('spokes: [production, nonproduction]', 'spokes: [production, nonprod]');
    writeFileSync(join(cwd, 'config/fleet.yaml'), spoiled);
    const { code, err } = linkspan(['synth'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain(blockAfter('Mistakes are told with their place'));
  });
});
