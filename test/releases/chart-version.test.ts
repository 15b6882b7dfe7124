import { expect, test } from 'vitest';
import { releaseOfChart } from '../../lib/releases/chart-version.js';

// versions of Chart.yaml at the tags of linkerd2
test.each([
  ['2026.8.3', 'edge-26.8.3'],
  ['v2025.4.4', 'edge-25.4.4'],
  ['30.10.0', 'stable-2.14.0'],
  ['30.11.2', 'stable-2.14.1'],
  ['30.11.7', 'stable-2.14.6'],
  ['30.11.11', 'stable-2.14.10'],
  ['30.12.19-edge', 'edge-24.2.4'],
])('chart %s is that of %s', (version, name) => {
  expect(releaseOfChart(version)?.name).toBe(name);
});

test.each([
  '30.11.0',
  '30.11.1',
  '30.11.12',
  '30.12.1-edge',
  '30.11.x',
  '>=30.0.0',
  '30.7.0',
  '*',
  '',
  'main',
])('%j tells no release that is supported', (version) => {
  expect(releaseOfChart(version)).toBeUndefined();
});
