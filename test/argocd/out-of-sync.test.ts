import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiled, compiledText } from '../support/compiled.js';

const section =
  /## No permanent OutOfSync[\s\S]*?(?=\n## )/.exec(readFileSync('docs/argo-cd.md', 'utf8'))?.[0] ?? '';
const listed = [...section.matchAll(/^\| ([A-Z][A-Za-z, ]+?) +\| .+ \| .+ \|$/gm)]
  .flatMap(([, kinds = '']) => kinds.split(', '))
  .filter((kind) => kind !== 'Kind');

const everything = (release: string, credentials: string) => `
name: all
linkerd: { release: ${release} }
argocd: { repoURL: 'https://git.example.com/mesh', createProject: true }
clusters:
  hub: { gateway: { address: gw.example.com }, apiServer: https://api.example.com, enableServiceMonitor: true }
  spoke: { enableServiceMonitor: true }
topology: [{ link: { source: spoke, target: hub } }]
monitoring: { scrapers: [{ namespace: grafana, serviceAccount: alloy }] }
credentials: ${credentials}
`;

const values = {
  'values.yaml': 'controllerDefaults: { enablePodAntiAffinity: true }\nenablePodAntiAffinity: true\n',
};

test('the table of docs/argo-cd.md has each kind that the output can hold, and no other', async () => {
  const outputs = await Promise.all([
    ...[
      'config',
      ...['manual-link', 'monitored-pair', 'pulled-adopted', 'pushed-spokes', 'sealed-pair'].map(
        (name) => `examples/${name}`,
      ),
    ].map(compiled),
    ...['stable-2.14.10', '2.17', '2.19', 'edge-26.8.3'].flatMap((release) =>
      ['{ manual: {} }', "{ externalSecrets: { store: vault, key: '{target}/{source}', push: true } }"].map(
        (credentials) => compiledText(everything(release, credentials), values),
      ),
    ),
  ]);
  const kinds = new Set(
    outputs.flatMap(({ files }) =>
      Object.values(files).flatMap((text) =>
        [...text.matchAll(/^kind: (\w+)$/gm)].map(([, kind = '']) => kind),
      ),
    ),
  );
  expect([...kinds].sort()).toEqual([...listed].sort());
});
