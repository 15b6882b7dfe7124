import { expect, test } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';

const told = (argocd: string) =>
  parseFleet(`name: one
linkerd: { release: edge-26.8.2 }
argocd:
  repoURL: https://git.example.com/mesh
  ${argocd}
clusters: { east: {} }
`).diagnostics.map(
    ({ code, path, message, line, column }) =>
      `${line ?? 0}:${column ?? 0} ${code} ${path ?? ''} ${message.replace(/^`[^`]*`: /, '')}`,
  );

test.each([
  ['targetRevision: "{{.metadata.labels.branch}}"', '5:19', 'targetRevision', '{{.metadata.labels.branch}}'],
  ['annotations: { note: "see {{ .name }} there" }', '5:24', 'annotations.note', '{{ .name }}'],
  ['syncOptions: [Prune=false, "a={{b"]', '5:30', 'syncOptions[1]', '{{b'],
])('reports what Argo CD would evaluate in the ApplicationSet: %s', (argocd, place, path, quoted) => {
  expect(told(argocd)).toEqual([
    `${place} CONFIG_FORMAT argocd.${path} \`${quoted}\` is a template of Argo CD or Helm, which is not filled here`,
  ]);
});

test('reports a template in the address of the repository', () => {
  const text =
    'name: one\nlinkerd: { release: edge-26.8.2 }\nargocd: { repoURL: "https://{{.name}}.example.com" }\nclusters: { east: {} }\n';
  expect(parseFleet(text).diagnostics).toMatchObject([
    { code: 'CONFIG_FORMAT', line: 3, column: 20, path: 'argocd.repoURL' },
  ]);
});

test.each(['targetRevision: "a b"', 'targetRevision: ""'])('still reports %s', (argocd) => {
  expect(told(argocd)).toHaveLength(1);
});

test.each([
  'annotations: { note: "{ one } brace {" }',
  'targetRevision: "v{1}"',
  'annotations: { none: "" }',
])('takes braces that begin no template: %s', (argocd) => {
  expect(told(argocd)).toEqual([]);
});
