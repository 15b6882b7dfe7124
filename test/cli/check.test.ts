import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../../lib/cli/main.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out: out.replaceAll(folder, 'FOLDER'), err: err.replaceAll(folder, 'FOLDER') };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function writeFleet(fleet: TestFleet): void {
  for (const [name, objects] of Object.entries(fleet.clusters)) {
    write(`${name}/all.yaml`, objects.map((object) => stringify(object)).join('---\n'));
  }
}

interface Json {
  diagnostics: {
    code: string;
    file?: string;
    line?: number;
    related: unknown[];
    docs: string;
    cluster?: string;
  }[];
  summary: Record<string, number>;
}

const wrongPort = () => {
  const fleet = ownFleet();
  fleet.set(fleet.link, 'spec.gatewayPort', '4143');
  return fleet;
};

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

  it('prints JSON with a summary', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--severity', 'error', '--format', 'json');
    const { diagnostics, summary } = JSON.parse(out) as Json;
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'GATEWAY_PORT_MISMATCH',
      severity: 'error',
      cluster: 'west',
      link: 'west → east',
      object: {
        apiVersion: 'multicluster.linkerd.io/v1alpha3',
        kind: 'Link',
        namespace: 'linkerd-multicluster',
        name: 'east',
      },
      path: 'spec.gatewayPort',
      file: 'FOLDER/west/all.yaml',
      related: [{ cluster: 'east', file: 'FOLDER/east/all.yaml' }],
      docs: 'docs/rules.md#gateway_port_mismatch',
    });
    expect(summary).toEqual({ errors: 1, warnings: 0, infos: 0, clusters: 2, links: 1, objects: 41 });
  });

  it('prints workflow commands with escaped texts', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--severity', 'error', '--format', 'github');
    expect(out).toMatch(
      /^::error file=FOLDER\/west\/all\.yaml,line=\d+,col=16,title=GATEWAY_PORT_MISMATCH::Link east calls.*%0Asee: .*%0Awhy: .*%0Afix: .*\n$/,
    );
  });

  it('prints SARIF whose results name a rule that the run lists', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--format', 'sarif');
    const { version, runs } = JSON.parse(out) as {
      version: string;
      runs: {
        tool: { driver: { name: string; rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string }[];
      }[];
    };
    const [first] = runs;
    expect([version, first?.tool.driver.name]).toEqual(['2.1.0', 'linkspan']);
    expect(first?.results.map((each) => each.ruleId)).toEqual(
      first?.results.map((each) => first.tool.driver.rules[each.ruleIndex]?.id),
    );
    expect(first?.results.map((each) => each.level).sort()).toEqual(['error', 'note', 'note', 'note']);
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

  it('reports a file of 100 MB within 512 MB of memory, and checks the rest', () => {
    writeFleet(wrongPort());
    writeFileSync(join(folder, 'west/dump.yaml'), Buffer.alloc(100_000_000, 'apiVersion: v1\n'));
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=512', 'bin/linkspan.js', 'check', folder, '--severity', 'error'],
      { encoding: 'utf8' },
    );
    expect(stdout).toContain('dump.yaml error FILE_TOO_LARGE');
    expect(stdout).toContain('GATEWAY_PORT_MISMATCH');
    expect(status).toBe(1);
  }, 60_000);

  it('reads what a process writes into a pipe', () => {
    writeFleet(wrongPort());
    const command =
      'node bin/linkspan.js check --cluster west=<(cat "$0/west/all.yaml") --cluster east=- <"$0/east/all.yaml"';
    const { stdout } = spawnSync('bash', ['-c', command, folder], { encoding: 'utf8' });
    expect(stdout).toContain('GATEWAY_PORT_MISMATCH');
    expect(stdout).toContain('in 2 clusters (1 Link,');
  });

  describe('of a fleet', () => {
    const fleet = (port: number, more = '') => `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  east: { gateway: { address: gw.example.com, serviceType: NodePort, nodePort: ${port}, probe: { nodePort: 30191 } } }
  west: {}
topology: [{ link: { source: west, target: east } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
${more}`;
    const outOfRange = (more = '') => fleet(20143, more);

    it('checks what synth would write, and writes nothing', async () => {
      const before = readdirSync('.');
      write('fleet.yaml', fleet(30143));
      const { code, out } = await run('check', '--config', folder);
      expect([code, out.split('\n').at(-2)]).toEqual([
        0,
        expect.stringMatching(/^0 errors, 0 warnings, \d infos? in 2 clusters \(1 Link, \d+ objects\)$/),
      ]);
      expect(readdirSync('.')).toEqual(before);
    });

    it('exits 1 for a configuration that cannot be read', async () => {
      write('fleet.yaml', 'clusters: [');
      expect((await run('check', '--config', folder)).code).toBe(1);
    });

    it('reports a finding unless the fleet suppresses it', async () => {
      write('fleet.yaml', outOfRange());
      const found = await run('check', '--config', folder, '--format', 'json');
      const codes = (out: string) => (JSON.parse(out) as Json).diagnostics.map((d) => d.code);
      expect(codes(found.out)).toContain('NODE_PORT_RANGE');
      write(
        'fleet.yaml',
        outOfRange('suppress: [{ code: NODE_PORT_RANGE, reason: our range is another }]\n'),
      );
      const suppressed = await run('check', '--config', folder, '--format', 'json');
      expect(codes(suppressed.out)).not.toContain('NODE_PORT_RANGE');
      expect(codes(suppressed.out)).not.toContain('SUPPRESSION_UNUSED');
    });

    it('reports a suppression that suppresses nothing, at its place', async () => {
      write('fleet.yaml', fleet(30143, 'suppress: [{ code: PROBE_PATH, where: west/east, reason: none }]\n'));
      const { out } = await run('check', '--config', folder, '--format', 'json');
      const { diagnostics } = JSON.parse(out) as Json;
      expect(diagnostics.find((d) => d.code === 'SUPPRESSION_UNUSED')).toMatchObject({
        file: 'FOLDER/fleet.yaml',
        line: 9,
      });
    });
  });

  describe('of values', () => {
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
      [
        'node port',
        'gateway:\n  serviceType: NodePort\n  nodePort: 1143\n',
        'NODE_PORT_RANGE',
        'over.yaml:3',
      ],
      ['account', 'remoteMirrorServiceAccountName: x-west\n', 'ACCESS_ACCOUNT_ORPHAN', 'over.yaml:1'],
      ['controller', 'revisionHistoryLimit: 2\n', 'CONTROLLER_LINK_MISSING', 'base.yaml:3'],
    ])('shows the value behind an object, in the file that sets it last: %s', async (_, text, code, at) => {
      const base = write(
        'base.yaml',
        '# of all clusters\ncontrollers:\n  - link: { ref: { name: south } }\n',
      );
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

    it('leaves objects that the manifests hold to the manifests', async () => {
      writeFleet(ownFleet());
      const file = write('values.yaml', 'controllers: [{ link: { ref: { name: east } } }]\n');
      const { out } = await run('check', folder, '--values', `west=${file}`, '--severity', 'warning');
      expect(out).not.toContain('OBJECT_TWICE');
      expect(out).not.toContain('PROBE_SERVICE_PORT');
    });
  });

  it('goes on past files that cannot be read, and names each', async () => {
    writeFleet(wrongPort());
    write('west/broken.yaml', 'a: [1\nb: 2\n');
    write('west/binary.yaml', 'a\0b');
    writeFileSync(join(folder, 'west/latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    symlinkSync('loop.yaml', join(folder, 'west/loop.yaml'));
    symlinkSync('..', join(folder, 'west/up'));
    const { code, out } = await run('check', folder, '--severity', 'error', '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    expect(code).toBe(1);
    expect(diagnostics.map((d) => `${d.code} ${d.file?.slice(12) ?? ''} ${d.line ?? ''}`).slice(1)).toEqual([
      'FILE_NOT_TEXT binary.yaml 1',
      'YAML_SYNTAX broken.yaml 2',
      'FILE_ENCODING latin.yaml 1',
      'FILE_UNREADABLE loop.yaml ',
    ]);
  });

  it('tells of a link that leads back to its own folder, and reads the folder once', async () => {
    writeFleet(wrongPort());
    mkdirSync(join(folder, 'west/deep'));
    symlinkSync('..', join(folder, 'west/deep/up'));
    symlinkSync('self', join(folder, 'west/self'));
    const { out } = await run('check', folder);
    expect(out).toContain('FOLDER/west/deep/up info FILE_UNREADABLE');
    expect(out).toContain('FOLDER/west/self error FILE_UNREADABLE');
    expect(out).not.toContain('OBJECT_TWICE');
  });

  it('reports standard input without the name of its cluster, and says how to give it', async () => {
    const { code, err } = await run('check', '-');
    expect(code).toBe(2);
    expect(err).toContain('--cluster NAME=-');
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

describe('linkspan explain', () => {
  it('prints the page of a code', async () => {
    const { code, out } = await run('explain', 'probe_service_port');
    expect([code, out.split('\n')[0]]).toEqual([0, '### PROBE_SERVICE_PORT']);
    expect(out).toContain('- Seen as: probe fails forever;');
  });

  it('lists every code', async () => {
    const { out } = await run('explain');
    expect(out).toContain(
      'PROBE_SERVICE_PORT           error    a probe Service without the port that is probed\n',
    );
  });
});
