import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';
import { exampleFolder } from '../support/example-folder.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const tool = upstream('../first-user/source/cluster-tools/tools/linkerd-multicluster');
const files = [
  'values.yaml',
  'config/in-cluster-local-values.yaml',
  'config/production-values.yaml',
  'config/nonproduction-values.yaml',
];

const fleet = `name: example
linkerd: { release: edge-26.8.2 }
clusters:
  internal:
    argocdName: in-cluster-local
    gateway: { address: gateway.example.com, serviceType: NodePort, nodePort: 30143, probe: { nodePort: 30191 } }
  production: {}
  nonproduction: {}
topology:
  - hubAndSpoke: { hub: internal, spokes: [production, nonproduction] }
`;

describeUpstream('values files of an umbrella chart in use', () => {
  it('load unchanged, without a diagnostic', () => {
    const folder = exampleFolder({});
    writeFileSync(join(folder, 'fleet.yaml'), fleet);
    for (const file of files) copyFileSync(join(tool, file), join(folder, basename(file)));
    const { config, diagnostics } = loadConfig(folder);
    expect(diagnostics).toEqual([]);
    expect(config?.base?.values).toEqual({
      revisionHistoryLimit: 3,
      gateway: { enabled: false },
      localServiceMirror: { resources: { requests: { cpu: '3m' } } },
    });
    expect(config?.clusters.get('internal')?.values.gateway).toEqual({
      enabled: true,
      port: 4143,
      serviceType: 'NodePort',
      nodePort: 30143,
      probe: { port: 4191, nodePort: 30191 },
    });
    const production = config?.clusters.get('production');
    expect(production?.values.controllers).toEqual([
      { link: { ref: { name: 'internal' } }, resources: { requests: { cpu: '5m' } } },
    ]);
    expect(production?.placeOf(['controllers', 0, 'resources', 'requests', 'cpu'])).toMatchObject({
      line: 26,
      column: 16,
    });
  });
});
