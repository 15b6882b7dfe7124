import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';
import { treeOf } from '../support/tree.js';

const fleet = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  east: { gateway: { address: gw.example.com } }
  west: {}
topology: [{ link: { source: west, target: east } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;

function pair(): string {
  return folderWith({ 'config/fleet.yaml': fleet });
}

describe('synth', () => {
  test('writes dist, says what it did and exits 0', () => {
    const cwd = pair();
    const { code, out, err } = linkspan(['synth'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^2 clusters, 1 Link, \d+ objects\ndist\/: \d+ files new, 0 changed/);
    expect(Object.keys(treeOf(join(cwd, 'dist')))).toContain('clusters/west/link-east.yaml');
  });

  test('prints nothing when asked to be quiet', () => {
    expect(linkspan(['synth', '--quiet'], { cwd: pair() })).toEqual({ code: 0, out: '', err: '' });
  });

  test('writes where cdk8s wants it', () => {
    const cwd = pair();
    const before = process.env.CDK8S_OUTDIR;
    process.env.CDK8S_OUTDIR = 'elsewhere';
    try {
      linkspan(['synth'], { cwd });
    } finally {
      if (before === undefined) delete process.env.CDK8S_OUTDIR;
      else process.env.CDK8S_OUTDIR = before;
    }
    expect(Object.keys(treeOf(join(cwd, 'elsewhere')))).toContain('index.yaml');
  });

  test('writes where the fleet says that Argo CD reads it, and elsewhere when asked', () => {
    const cwd = folderWith({ 'config/fleet.yaml': `${fleet}output: out/mesh\n` });
    expect(linkspan(['synth'], { cwd }).out).toContain('\nout/mesh/: ');
    expect(linkspan(['synth', '--check'], { cwd }).out).toContain('0 changed, 0 removed');
    expect(linkspan(['predict'], { cwd }).out).toContain('west');
    expect(linkspan(['synth', '--out', 'preview'], { cwd }).code).toBe(0);
    const folders = Object.keys(treeOf(cwd)).filter((path) => path.endsWith('index.yaml'));
    expect(folders).toEqual(['out/mesh/index.yaml', 'preview/index.yaml']);
  });

  test('with --check exits 0 on a fresh dist and writes nothing', () => {
    const cwd = pair();
    linkspan(['synth'], { cwd });
    expect(linkspan(['synth', '--check'], { cwd }).code).toBe(0);
  });

  test('with --check exits 1 on a stale dist, names the file and leaves it', () => {
    const cwd = pair();
    linkspan(['synth'], { cwd });
    const file = join(cwd, 'dist/clusters/west/link-east.yaml');
    writeFileSync(file, '# edited by hand\n');
    const { code, out, err } = linkspan(['synth', '--check'], { cwd });
    expect(code).toBe(1);
    expect(out + err).toContain('clusters/west/link-east.yaml');
    expect(readFileSync(file, 'utf8')).toBe('# edited by hand\n');
  });

  test('reports every mistake of one run with its place, and writes nothing', () => {
    const cwd = folderWith({
      'config/fleet.yaml': fleet.replace('topology', 'topologie').replace('address', 'adress'),
    });
    const { code, out, err } = linkspan(['synth'], { cwd });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('config/fleet.yaml:5:');
    expect(err).toContain('config/fleet.yaml:7:1');
    expect(Object.keys(treeOf(cwd))).toEqual(['config/fleet.yaml']);
  });

  test('reports a folder without a fleet file, without a stack trace', () => {
    const { code, err } = linkspan(['synth', '--config', 'nowhere'], { cwd: pair() });
    expect(code).toBe(1);
    expect(err).toContain('nowhere/fleet.yaml');
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('usage', () => {
  test('an unknown option exits 2', () => {
    expect(linkspan(['synth', '--chek'])).toMatchObject({ code: 2, out: '' });
  });

  test('an output folder without a name exits 2 and writes nothing', () => {
    const cwd = pair();
    expect(linkspan(['synth', '--out', ''], { cwd })).toMatchObject({ code: 2, out: '' });
    expect(Object.keys(treeOf(cwd))).toEqual(['config/fleet.yaml']);
  });

  test('an unknown command exits 2', () => {
    expect(linkspan(['sinth']).code).toBe(2);
  });

  test('every command has help with examples', () => {
    const commands = [...linkspan(['--help']).out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
    expect(commands).toContain('synth');
    for (const command of commands.filter((name) => name !== 'help')) {
      expect(linkspan([command, '--help']).out).toContain('Examples:');
    }
  });

  test('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(linkspan(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('init', () => {
  test('writes a fleet that synthesizes without a word of complaint', () => {
    const cwd = folderWith({});
    expect(linkspan(['init', 'mesh'], { cwd }).code).toBe(0);
    expect(linkspan(['synth', '--quiet'], { cwd: join(cwd, 'mesh') })).toEqual({ code: 0, out: '', err: '' });
  });

  test('tells editors the schemas that the package brings', () => {
    const cwd = folderWith({});
    linkspan(['init'], { cwd });
    for (const name of ['fleet', 'values']) {
      const [line = ''] = readFileSync(join(cwd, `config/${name}.yaml`), 'utf8').split('\n');
      const [marker, path = ''] = line.split('=../node_modules/linkspan/');
      expect(marker).toBe('# yaml-language-server: $schema');
      expect(path).toBe(`config/schema/${name}.schema.json`);
      expect(existsSync(path)).toBe(true);
    }
  });

  test('tells Git to merge the index, or says what to tell it', () => {
    const cwd = folderWith({ 'old/.gitattributes': '* text=auto\n' });
    linkspan(['init', 'new'], { cwd });
    const line = 'dist/index.yaml merge=union';
    expect(readFileSync(join(cwd, 'new/.gitattributes'), 'utf8')).toBe(`${line}\n`);
    expect(linkspan(['init', 'old'], { cwd }).out).toContain(`add \`${line}\` to old/.gitattributes\n`);
    expect(readFileSync(join(cwd, 'old/.gitattributes'), 'utf8')).toBe('* text=auto\n');
  });

  test('reports a file in its way and overwrites nothing', () => {
    const cwd = pair();
    expect(linkspan(['init'], { cwd })).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(join(cwd, 'config/fleet.yaml'), 'utf8')).toBe(fleet);
  });
});
