import { expect, test } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';

function codesOf(clusters: number, maxLinks?: number): string[] {
  const names = Array.from({ length: clusters }, (_, i) => `  c${i}: {}\n`);
  const limit = maxLinks === undefined ? '' : `maxLinks: ${maxLinks}\n`;
  const text = `name: x\nlinkerd: { release: edge-26.8.2 }\n${limit}clusters:\n${names.join('')}topology:\n  - mesh: {}\n`;
  return parseFleet(text).diagnostics.map(({ code }) => code);
}

test('a mesh of 316 clusters is the largest that is rendered unless the fleet says otherwise', () => {
  expect(codesOf(316)).toEqual([]);
  expect(codesOf(317)).toEqual(['TOPOLOGY_TOO_LARGE']);
});

test('`maxLinks` of the fleet raises and lowers what is rendered', () => {
  expect(codesOf(317, 317 * 316)).toEqual([]);
  expect(codesOf(3, 5)).toEqual(['TOPOLOGY_TOO_LARGE']);
  expect(codesOf(3, 0)).toContain('CONFIG_RANGE');
});

test('a fleet that is far too large is refused before one of its Links is made', () => {
  const began = process.cpuUsage().user;
  expect(codesOf(5000)).toEqual(['TOPOLOGY_TOO_LARGE']);
  // 25 million Links take minutes, and more memory than there is
  expect(process.cpuUsage().user - began).toBeLessThan(5e6);
});
