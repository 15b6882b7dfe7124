import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';
import { plantedSecrets } from '../guards/planted-secrets.js';
import { workingExample } from '../support/diagnostic-examples.js';
import { exampleFolder } from '../support/example-folder.js';

const fleet = String(workingExample['fleet.yaml']);
const comment = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('');

/** Where a user could put a text that reaches no output, with the file and the line it begins at. */
const places: readonly [string, (text: string) => Record<string, string>, string, number][] = [
  ['a comment of the fleet file', (text) => ({ 'fleet.yaml': comment(text) + fleet }), 'fleet.yaml', 1],
  ['a comment of the shared values', (text) => ({ 'values.yaml': comment(text) }), 'values.yaml', 1],
  [
    "a comment of one cluster's values",
    (text) => ({ 'east-values.yaml': `podLabels: {}\n${comment(text)}` }),
    'east-values.yaml',
    2,
  ],
  [
    'values of another chart in the same file',
    (text) => ({
      'east-values.yaml': `linkerd-multicluster: {}\nother: |\n${text.trimEnd().replace(/^/gm, '  ')}\n`,
    }),
    'east-values.yaml',
    3,
  ],
];

describe.each(places)('a secret in %s', (_, filesWith, file, line) => {
  const found = (text: string): ReturnType<typeof loadConfig> =>
    loadConfig(exampleFolder({ ...workingExample, ...filesWith(text) }));

  it.each(plantedSecrets())('reports $name at its place, and no config', ({ secret }) => {
    const { config, diagnostics } = found(secret);
    const leaks = diagnostics.filter(({ code }) => code === 'SECRET_LEAKED');
    expect(config).toBeUndefined();
    expect(leaks[0]?.file?.endsWith(file)).toBe(true);
    expect(leaks[0]?.line).toBeGreaterThanOrEqual(line);
    for (const piece of secret.match(/[A-Za-z0-9+/_-]{40,}/g) ?? []) {
      expect(JSON.stringify(diagnostics)).not.toContain(piece.slice(4, 30));
    }
  });

  it.each(plantedSecrets())('passes the harmless twin of $name', ({ twin }) => {
    expect(found(twin).diagnostics.filter(({ code }) => code === 'SECRET_LEAKED')).toEqual([]);
  });
});

it('a file full of tokens is told in bounded time, each with its line', () => {
  const token = `# see ghp_${'aB3'.repeat(12)} there\n`;
  const { diagnostics } = loadConfig(
    exampleFolder({ ...workingExample, 'values.yaml': `${token.repeat(20_000)}podLabels: {}\n` }),
  );
  expect(diagnostics.map(({ line }) => line)).toEqual(Array.from({ length: 20_000 }, (_, i) => i + 1));
}, 20_000);
