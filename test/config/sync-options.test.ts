import { expect, test } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';

const told = (options: string) =>
  parseFleet(
    `name: f
linkerd: { release: edge-26.8.2 }
argocd: { repoURL: https://git.example.com/mesh, syncOptions: [${options}] }
clusters: { a: {} }
`,
    'fleet.yaml',
  ).diagnostics.map(({ code, severity, fix, line, column }) => [code, severity, fix, line, column]);

test.each([
  ['CreateNamespaces=true', 'write `CreateNamespace=true`'],
  ['pruneLast=true', 'write `PruneLast=true`'],
  ['ServerSideApply', 'write `ServerSideApply=true`'],
  ['PrunePropagationPolcy=foreground', 'write `PrunePropagationPolicy=foreground`'],
])('%s is told with what was meant', (option, fix) => {
  expect(told(`Prune=false, ${option}`)).toEqual([['SYNC_OPTION_NAME', 'warning', fix, 3, 77]]);
});

test('options of a later Argo CD may be called anything', () => {
  expect(told('Orbit=low, PrunePropagationPolicy=foreground, Validate=false')).toEqual([]);
});
