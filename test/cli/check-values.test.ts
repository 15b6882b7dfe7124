import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { folder, type Json, run, write, writeFleet } from '../support/check-folder.js';
import { ownFleet } from '../support/linker/fleets.js';

describe('linkspan check of values', () => {
  const oneKey = (release: string) => ['--release', release, '--severity', 'warning', '--format', 'json'];

  it('compares what the chart would render with the Link', async () => {
    const west = ownFleet().clusters.west?.filter((each) => each.kind === 'Link') ?? [];
    write('west/link.yaml', west.map((object) => stringify(object)).join('---\n'));
    const base = write('base.yaml', 'controllers: [{ link: { ref: { name: east } } }]\n');
    const values = ['--values', `west=${base}`, '--release', 'edge-26.8.3', '--severity', 'error'];
    const clusters = ['--cluster', `west=${folder}/west`];
    const { out } = await run('check', ...clusters, ...values, '--format', 'json');
    expect((JSON.parse(out) as Json).diagnostics).toMatchObject([
      { code: 'PROBE_SERVICE_PORT', related: [{ file: 'FOLDER/base.yaml', line: 1, column: 15 }] },
    ]);
    const port = write(
      'port.yaml',
      'controllers: [{ link: { ref: { name: east } }, gateway: { probe: { port: 30191 } } }]\n',
    );
    const mended = await run('check', ...clusters, ...values, '--values', `west=${port}`);
    expect([mended.code, mended.out]).toEqual([0, expect.stringContaining('0 errors')]);
  });

  it.each([
    ['port', 'gateway:\n  port: 4144\n', 'GATEWAY_PROXY_PORTS', 'over.yaml:2'],
    ['node port', 'gateway:\n  serviceType: NodePort\n  nodePort: 1143\n', 'NODE_PORT_RANGE', 'over.yaml:3'],
    ['account', 'remoteMirrorServiceAccountName: x-west\n', 'ACCESS_ACCOUNT_ORPHAN', 'over.yaml:1'],
    ['controller', 'revisionHistoryLimit: 2\n', 'CONTROLLER_LINK_MISSING', 'base.yaml:3'],
  ])('shows the value behind an object, in the file that sets it last: %s', async (_, text, code, at) => {
    const base = write('base.yaml', '# of all clusters\ncontrollers:\n  - link: { ref: { name: south } }\n');
    const over = write('over.yaml', text);
    const west = write('west.yaml', 'remoteMirrorServiceAccount: false\n');
    const files = [`east=${base}`, `east=${over}`, `west=${west}`].flatMap((each) => ['--values', each]);
    const { out } = await run('check', ...files, '--release', 'edge-26.8.3', '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    const found = diagnostics.filter((d) => d.code === code);
    expect(found.map(({ file = '', line = 0 }) => `${file.slice(7)}:${line}`)).toContain(at);
  });

  it('reports keys that no release knows, in files of an umbrella chart too', async () => {
    const file = write(
      'east.yaml',
      'clusterName: east\nlinkerd-multicluster:\n  gatway: { enabled: true }\n',
    );
    const { out } = await run('check', '--values', `east=${file}`, ...oneKey('2.19'));
    expect((JSON.parse(out) as Json).diagnostics).toMatchObject([
      { cluster: 'east', file: 'FOLDER/east.yaml', line: 3 },
    ]);
  });

  it('reports keys that this release does not know yet, at their place', async () => {
    const file = write('east.yaml', 'gateway:\n  loadBalancerClass: metal\n');
    const { out } = await run('check', '--values', `east=${file}`, ...oneKey('2.14'));
    expect((JSON.parse(out) as Json).diagnostics).toMatchObject([
      { code: 'CHART_VALUE_LATER', file: 'FOLDER/east.yaml', line: 2 },
    ]);
  });

  it('reports such a key in an entry of a list', async () => {
    const entry =
      '- link: { ref: { name: west } }\n  nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] }';
    const file = write('east.yaml', `controllers:\n${entry}\n`);
    const { out } = await run('check', '--values', `east=${file}`, ...oneKey('2.18'));
    expect((JSON.parse(out) as Json).diagnostics).toMatchObject([
      { code: 'CHART_VALUE_LATER', file: 'FOLDER/east.yaml', line: 3 },
    ]);
  });

  it('leaves objects that the manifests hold to the manifests', async () => {
    writeFleet(ownFleet());
    const file = write('values.yaml', 'controllers: [{ link: { ref: { name: east } } }]\n');
    const { out } = await run('check', folder, '--values', `west=${file}`, '--severity', 'warning');
    expect(out).not.toContain('OBJECT_TWICE');
    expect(out).not.toContain('PROBE_SERVICE_PORT');
  });
});
