import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { folder, type Json, run, write, writeFleet, wrongPort } from '../support/check-folder.js';
import { ownFleet } from '../support/linker/fleets.js';

describe('linkspan check', () => {
  it('exits 0 on a clean fleet', async () => {
    writeFleet(ownFleet());
    const { code, out } = await run('check', folder);
    expect([code, out.split('\n').at(-2)]).toEqual([
      0,
      expect.stringMatching(/^0 errors, 0 warnings, \d infos in 2 clusters \(1 Link, \d+ objects\)$/),
    ]);
  });

  it('reports place, frame, other end, why and fix', async () => {
    writeFleet(wrongPort());
    const { code, out } = await run('check', folder, '--severity', 'error');
    expect(code).toBe(1);
    expect(out).toMatchSnapshot();
  });

  it('takes clusters by name, more of one by repeating it', async () => {
    writeFleet(wrongPort());
    const { out } = await run(
      'check',
      '--cluster',
      `west=${folder}/west`,
      '--cluster',
      `east=${folder}/east/all.yaml`,
      '--format',
      'json',
    );
    expect((JSON.parse(out) as Json).summary).toMatchObject({ errors: 1, clusters: 2 });
  });

  it('reads our own output by its index', async () => {
    const fleet = wrongPort();
    for (const [name, objects] of Object.entries(fleet.clusters)) {
      write(`dist/clusters/${name}/all.yaml`, objects.map((object) => stringify(object)).join('---\n'));
    }
    write('dist/index.yaml', 'clusters: {}\n');
    const { out } = await run('check', `${folder}/dist`, '--format', 'json');
    expect((JSON.parse(out) as Json).summary).toMatchObject({ errors: 1, clusters: 2 });
  });

  it('learns names from a part of a fleet file', async () => {
    const fleet = wrongPort();
    fleet.clusters.hub = fleet.clusters.east ?? [];
    Reflect.deleteProperty(fleet.clusters, 'east');
    writeFleet(fleet);
    const facts = write('facts.yaml', 'clusters:\n  east: { argocdName: hub }\n');
    const { out } = await run('check', folder, '--fleet', facts, '--format', 'json');
    expect((JSON.parse(out) as Json).summary).toMatchObject({ errors: 1, clusters: 2 });
  });

  it('reads lists of kubectl, CRLF and JSON', async () => {
    const fleet = wrongPort();
    const [west = [], east = []] = [fleet.clusters.west, fleet.clusters.east];
    write(
      'west/dump.yaml',
      stringify({ apiVersion: 'v1', kind: 'List', items: west }).replaceAll('\n', '\r\n'),
    );
    write('east/dump.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: east }, null, 2));
    const { out } = await run('check', folder, '--severity', 'error', '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    expect(diagnostics.map((d) => d.code)).toEqual(['GATEWAY_PORT_MISMATCH']);
    expect(diagnostics[0]?.line).toBeGreaterThan(1);
  });

  it.each([
    [
      ['check', '--release', '2.18'],
      '--fleet and --release tell facts about manifests; give a folder, or --cluster NAME=PATH',
    ],
    [
      ['check', '.', '--config', 'config'],
      'give either --config or manifests; --fleet FILE tells facts about manifests',
    ],
    [['check', '--values', 'west'], '--values takes NAME=FILE, not `west`'],
    [['check', '--cluster', 'west'], '--cluster takes NAME=PATH, not `west`'],
    [['check', '--cluster', 'a=-', '--values', 'a=-'], 'standard input, `-`, can be read only once'],
    [['check', '.', '--only', 'NO_SUCH'], 'there is no code NO_SUCH'],
    [['check', '.', '--release', 'new'], 'new is no release; write edge-26.8.3, 2.18 or stable-2.14.10'],
    [['explain', 'NO_SUCH'], 'there is no code NO_SUCH; `linkspan explain` lists them'],
  ])('exits 2 for %j', async (args, message) => {
    expect(await run(...args)).toEqual({ code: 2, out: '', err: `error: ${message}\n` });
  });

  it.each([
    ['FILE_MISSING', ['/no/such/folder']],
    ['FILE_MISSING', ['--cluster', 'west=/no/such/file']],
    ['FILE_MISSING', ['--argocd', '/no/such/file']],
    ['FILE_MISSING', ['--values', 'west=/no/such/file']],
    ['FILE_MISSING', ['--fleet', '/no/such/file']],
    ['FILE_MISSING', ['--config', '/no/such/folder']],
    ['FILE_UNREADABLE', ['package.json']],
    ['FILE_UNREADABLE', ['--fleet', 'lib']],
  ])('reports %s for %j, and checks the rest', async (code, args) => {
    writeFleet(wrongPort());
    const rest = args[0] === '--config' ? [] : [folder];
    const { code: exit, out } = await run('check', ...rest, ...args, '--format', 'json');
    const { diagnostics, summary } = JSON.parse(out) as Json;
    const found = diagnostics.find((d) => d.code === code);
    expect(found).toMatchObject({ severity: 'error', fix: expect.any(String) as string });
    expect(exit).toBe(1);
    if (rest.length > 0) expect(summary).toMatchObject({ clusters: 2, errors: 2 });
  });

  it('takes a file once, by whatever name it is reached', async () => {
    writeFleet(ownFleet());
    symlinkSync('all.yaml', join(folder, 'west/again.yaml'));
    const more = ['--cluster', `west=${folder}/west/all.yaml`, '--cluster', `west=${folder}/west`];
    const { out } = await run('check', folder, ...more);
    expect(out).not.toContain('OBJECT_TWICE');
  });

  it('accepts what the facts suppress, and reports a suppression that does nothing', async () => {
    writeFleet(wrongPort());
    const facts = write(
      'facts.yaml',
      `suppress:
  - { code: GATEWAY_PORT_MISMATCH, where: west, reason: mapped by a firewall }
  - { code: PROBE_PATH, where: west, reason: once upon a time }
  - { code: PROBE_PATHS, reason: mistyped }
clusters: { east: { apiServer: { url: https://api.example.com } } }
`,
    );
    const { code, out } = await run('check', folder, '--fleet', facts, '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    expect(diagnostics.filter((d) => d.code !== 'FACT_UNKNOWN').map((d) => `${d.code} ${d.line}`)).toEqual([
      'SUPPRESSION_UNUSED 3',
      'SUPPRESSION_CODE_UNKNOWN 4',
    ]);
    expect(code).toBe(1);
  });

  it('takes a cluster by the name that Links use', async () => {
    const fleet = wrongPort();
    fleet.clusters.hub = fleet.clusters.east ?? [];
    Reflect.deleteProperty(fleet.clusters, 'east');
    writeFleet(fleet);
    const facts = write('facts.yaml', 'clusters:\n  east: { argocdName: hub }\n');
    const more = write('more.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: more }\n');
    const { out } = await run(
      'check',
      folder,
      '--fleet',
      facts,
      '--cluster',
      `east=${more}`,
      '--format',
      'json',
    );
    expect((JSON.parse(out) as Json).summary).toMatchObject({ clusters: 2 });
  });

  it('holds our own output against its index', async () => {
    for (const [name, objects] of Object.entries(ownFleet().clusters)) {
      write(`dist/clusters/${name}/all.yaml`, objects.map((object) => stringify(object)).join('---\n'));
    }
    write('dist/index.yaml', '# ours\nfiles:\n  - clusters/east/all.yaml\n  - clusters/east/gone.yaml\n');
    const { out } = await run('check', `${folder}/dist`, '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    expect(
      diagnostics.filter((d) => d.code.startsWith('OUTPUT_')).map((d) => [d.code, d.file, d.line]),
    ).toEqual([
      ['OUTPUT_FILE_FOREIGN', 'FOLDER/dist/clusters/west/all.yaml', undefined],
      ['OUTPUT_FILE_MISSING', 'FOLDER/dist/index.yaml', 4],
    ]);
  });

  it('shows no line of a Secret', async () => {
    const fleet = ownFleet();
    fleet.add('west', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'spare', namespace: 'default' },
      stringData: { kubeconfig: 'clusters: []\nusers: [{ user: { token: very-secret } }]\n' },
    });
    writeFleet(fleet);
    const { out } = await run('check', folder);
    expect(out).toContain('SECRET_PLAINTEXT');
    expect(out).not.toContain('very-secret');
  });
});
