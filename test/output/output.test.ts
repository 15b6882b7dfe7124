import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput, type OutputOptions } from '../../lib/output/output.js';
import { readTree, treePair, type Tree } from './trees.js';

let home: string;
let dist: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'linkspan-output-'));
  dist = join(home, 'dist');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

interface Ran {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  readonly files: readonly number[];
  readonly differences: readonly string[];
}

/** One run: the codes it reported, and files new, changed, removed, unchanged. */
function run(tree: Tree, options: Partial<OutputOptions> = {}): Ran {
  const opened = openOutput({ outDir: dist, lockWaitMilliseconds: 100, ...options });
  for (const [path, text] of Object.entries(tree)) opened.output?.add(path, text);
  const result = opened.output?.finish();
  const diagnostics = [...opened.diagnostics, ...(result?.diagnostics ?? [])];
  return {
    codes: diagnostics.map((d) => d.code),
    messages: diagnostics.map((d) => JSON.stringify(d)),
    files: result === undefined ? [] : Object.values(result.files),
    differences: result?.differences.map((d) => `${d.path} ${d.is}`) ?? [],
  };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

const { before, after } = treePair(2);

/** Runs what must fail, and shows that nothing changed by it, beside the output neither. */
function expectRefused(codes: readonly string[], tree: Tree = after): Ran {
  const untouched = readTree(home);
  const ran = run(tree);
  expect(ran.codes).toEqual(codes);
  expect(readTree(home)).toEqual(untouched);
  return ran;
}

describe('the output folder', () => {
  it('holds what was added and its index, and nothing is left beside it', () => {
    expect(run(before)).toMatchObject({ codes: [], files: [Object.keys(before).length + 1, 0, 0, 0] });
    const { 'index.yaml': index, ...files } = readTree(dist);
    expect(files).toEqual(before);
    expect(index?.match(/^ {2}- .*$/gm)).toEqual(
      Object.keys(before)
        .sort()
        .map((path) => `  - ${path}`),
    );
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('becomes the next version: what is new comes, what is left over goes, empty folders too', () => {
    run(before);
    expect(run(after)).toMatchObject({ codes: [], files: [8, 8, 8, 6] });
    const { 'index.yaml': index, ...files } = readTree(dist);
    expect(files).toEqual(after);
    expect(index).toContain('  - clusters/comes-1/gateway.yaml\n');
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('is the same whatever stood before and in whichever order files are added', () => {
    const text = fc.constantFrom('a: 1\n', 'b: 2\n', '');
    const path = fc.constantFrom('a/x.yaml', 'a/y.yaml', 'a/b/x.yaml', 'c/x.yaml', 'x.yaml', 'd/e/f/g.yaml');
    const tree = fc.uniqueArray(fc.tuple(path, text), { selector: ([p]) => p });
    fc.assert(
      fc.property(tree, tree, (one, two) => {
        rmSync(dist, { recursive: true, force: true });
        expect(run(Object.fromEntries(one)).codes).toEqual([]);
        expect(run(Object.fromEntries(two)).codes).toEqual([]);
        const stepwise = readTree(dist);
        rmSync(dist, { recursive: true, force: true });
        expect(run(Object.fromEntries([...two].reverse())).codes).toEqual([]);
        expect(readTree(dist)).toEqual(stepwise);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the time of files that did not change', () => {
    run(before);
    const file = join(dist, 'clusters/stays-0/gateway.yaml');
    utimesSync(file, 1000, 1000);
    utimesSync(join(dist, 'index.yaml'), 1000, 1000);
    run(before);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
    expect(statSync(join(dist, 'index.yaml')).mtimeMs).toBe(1_000_000);
    run(after);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  it('takes back a file of ours that was edited or deleted by hand', () => {
    run(before);
    put('dist/clusters/stays-0/gateway.yaml', 'edited\n');
    unlinkSync(join(dist, 'clusters/stays-1/gateway.yaml'));
    expect(run(before)).toMatchObject({ codes: [], files: [1, 1, 0, Object.keys(before).length - 1] });
    expect(readTree(dist)).toMatchObject(before);
  });

  it('lets a folder take the place of a file of ours, and the other way round', () => {
    run({ 'clusters/a': 'file\n', 'clusters/b/x.yaml': 'x\n' });
    expect(run({ 'clusters/a/x.yaml': 'x\n', 'clusters/b/x.yaml': 'x\n' }).codes).toEqual([]);
    expect(readTree(dist)).toMatchObject({ 'clusters/a/x.yaml': 'x\n' });
  });

  it('stays as it is after abort', () => {
    run(before);
    const untouched = readTree(home);
    const { output } = openOutput({ outDir: dist });
    for (const [path, text] of Object.entries(after)) output?.add(path, text);
    output?.abort();
    expect(readTree(home)).toEqual(untouched);
  });

  it('stays as it is when the last word is no', () => {
    run(before);
    const untouched = readTree(home);
    const { output } = openOutput({ outDir: dist });
    for (const [path, text] of Object.entries(after)) output?.add(path, text);
    const no = { code: 'LINK_REMOVED', severity: 'error', message: 'no' } as const;
    expect(output?.finish(() => [no]).diagnostics).toEqual([no]);
    expect(readTree(home)).toEqual(untouched);
  });

  it('shows each file that will change or go as it stood, and no other', () => {
    run(before);
    const shown: Record<string, string> = {};
    run(after, { onPrevious: (path, text) => (shown[path] = text) });
    const expected = Object.entries(before).filter(([path, text]) => after[path] !== text);
    expect(shown).toEqual(Object.fromEntries(expected));
  });
});

describe('files of others', () => {
  it('stay where they are, also in a folder of a cluster that goes', () => {
    run(before);
    const others = {
      'dist/README.md': 'r',
      'dist/clusters/goes-0/notes.yaml': 'n',
      'dist/clusters/mine/x.yaml': 'm',
    };
    for (const [path, text] of Object.entries(others)) put(path, text);
    expect(run(after).codes).toEqual([]);
    expect(readTree(home)).toMatchObject(others);
    expect(readTree(home)).not.toHaveProperty('dist/clusters/goes-0/gateway.yaml');
  });

  it('are never overwritten: reports one in the way, once for each', () => {
    run(before);
    put('dist/clusters/comes-0/gateway.yaml', 'mine\n');
    put('dist/clusters/comes-1/gateway.yaml', 'mine\n');
    expectRefused(['OUTPUT_FOREIGN_FILE', 'OUTPUT_FOREIGN_FILE']);
  });

  it('become ours when they are what we would write', () => {
    put('dist/clusters/stays-0/gateway.yaml', before['clusters/stays-0/gateway.yaml'] ?? '');
    expect(run(before).codes).toEqual([]);
    expect(run({}).files[2]).toBe(Object.keys(before).length);
  });

  it('include an index.yaml that is none of ours', () => {
    put('dist/index.yaml', 'entries:\n  chart: 1\n');
    expectRefused(['OUTPUT_INDEX_INVALID']);
  });
});

describe('a place that cannot be written', () => {
  it('reports an output folder that is a file', () => {
    put('dist', 'file');
    expectRefused(['OUTPUT_NOT_A_FOLDER']);
  });

  it('reports an output folder that is a symbolic link, dangling or not', () => {
    symlinkSync('elsewhere', dist);
    expect(run(after).codes).toEqual(['OUTPUT_NOT_A_FOLDER']);
    mkdirSync(join(home, 'elsewhere'));
    expect(run(after).codes).toEqual(['OUTPUT_NOT_A_FOLDER']);
    expect(readTree(join(home, 'elsewhere'))).toEqual({});
  });

  it('reports a file above the output folder', () => {
    put('file', 'x');
    expect(run(after, { outDir: join(home, 'file', 'dist') }).codes).toEqual(['OUTPUT_FAILED']);
  });

  it('reports an owned path that became a folder, to be changed or removed', () => {
    run(before);
    for (const path of ['dist/clusters/changes-0/gateway.yaml', 'dist/clusters/goes-0/gateway.yaml']) {
      rmSync(join(home, path));
      put(`${path}/notes.txt`, 'mine');
    }
    expectRefused(['OUTPUT_PATH_TAKEN', 'OUTPUT_PATH_TAKEN']);
  });

  it('reports a symbolic link at or above an owned path, and follows none', () => {
    run(before);
    rmSync(join(dist, 'clusters/changes-0'), { recursive: true });
    mkdirSync(join(home, 'elsewhere'));
    put('elsewhere/gateway.yaml', 'theirs\n');
    symlinkSync('../../elsewhere', join(dist, 'clusters/changes-0'));
    unlinkSync(join(dist, 'clusters/changes-1/gateway.yaml'));
    symlinkSync('../../../elsewhere/gateway.yaml', join(dist, 'clusters/changes-1/gateway.yaml'));
    const { codes } = expectRefused(
      run(after, { check: true }).codes.filter((code) => code !== 'OUTPUT_STALE'),
    );
    expect(new Set(codes)).toEqual(new Set(['OUTPUT_PATH_TAKEN']));
  });

  it('reports a folder that may not be written', () => {
    run(before);
    if (process.getuid?.() !== 0) {
      chmodSync(join(dist, 'clusters/changes-1'), 0o555);
      expectRefused(['OUTPUT_NOT_WRITABLE']);
      chmodSync(join(dist, 'clusters/changes-1'), 0o755);
      return;
    }
    // root may write everywhere but where the file system itself refuses
    const attributes = spawnSync('chattr', ['+i', join(dist, 'clusters/changes-1')]);
    if (attributes.status !== 0) return;
    try {
      expectRefused(['OUTPUT_NOT_WRITABLE']);
    } finally {
      spawnSync('chattr', ['-i', join(dist, 'clusters/changes-1')]);
    }
  });

  it('takes every step back when one fails halfway', () => {
    run(before);
    const untouched = readTree(home);
    const { output } = openOutput({ outDir: dist });
    for (const [path, text] of Object.entries(after)) output?.add(path, text);
    // somebody is faster
    put('dist/clusters/comes-1/gateway.yaml', 'mine\n');
    expect(output?.finish().diagnostics.map((d) => d.code)).toEqual(['OUTPUT_FOREIGN_FILE']);
    expect(readTree(home)).toEqual({ ...untouched, 'dist/clusters/comes-1/gateway.yaml': 'mine\n' });
  });
});

/** A file system of a few hundred kilobytes; only root can make one. */
function withSmallDisk(options: string, test: (folder: string) => void): boolean {
  const folder = join(home, 'disk');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return false;
  try {
    test(folder);
  } finally {
    spawnSync('umount', [folder]);
  }
  return true;
}

describe('a disk', () => {
  it.for([
    ['of bytes', 'size=256k', 'x'.repeat(20_000)],
    ['of names', 'size=4m,nr_inodes=60', 'x'],
  ] as const)('that runs out %s leaves the old output whole', ([, options, filling], context) => {
    const mounted = withSmallDisk(options, (folder) => {
      const outDir = join(folder, 'dist');
      expect(run(before, { outDir }).codes).toEqual([]);
      const untouched = readTree(folder);
      const large = Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`clusters/c-${i}/x.yaml`, filling]),
      );
      expect(run({ ...after, ...large }, { outDir }).codes).toEqual(['OUTPUT_DISK_FULL']);
      expect(readTree(folder)).toEqual(untouched);
      expect(run(after, { outDir }).codes).toEqual([]);
    });
    if (!mounted) context.skip('a small file system can be mounted by root alone');
  });

  it('of its own for the output folder is worked on from inside it', (context) => {
    const mounted = withSmallDisk('size=1m', (folder) => {
      expect(run(before, { outDir: folder }).codes).toEqual([]);
      expect(run(after, { outDir: folder }).codes).toEqual([]);
      const { 'index.yaml': index, ...files } = readTree(folder);
      expect(files).toEqual(after);
      expect(index).toContain('files:');
    });
    if (!mounted) context.skip('a file system can be mounted by root alone');
  });
});

describe('a path', () => {
  it.each([
    '../x.yaml',
    '/etc/x.yaml',
    'a/../../x.yaml',
    'a//x.yaml',
    'a/./x.yaml',
    '',
    'a/',
    'a\\x.yaml',
    'a\0x.yaml',
    'a\nx.yaml',
    'clusters/aux/x.yaml',
    'clusters/con.yaml',
    'clusters/a./x.yaml',
    'clusters/a:b/x.yaml',
    '.git/config',
    '.linkspan/x',
    `clusters/${'a'.repeat(256)}/x.yaml`,
  ])('that not every system can hold is reported: %j', (path) => {
    run(before);
    expectRefused(['OUTPUT_PATH_INVALID'], { ...before, [path]: 'x' });
  });

  it.each([
    ['clusters/Prod/x.yaml', 'clusters/prod/x.yaml'],
    ['clusters/a/Link-b.yaml', 'clusters/a/link-b.yaml'],
    ['clusters/caf\u00e9/x.yaml', 'clusters/cafe\u0301/x.yaml'],
    ['clusters/a', 'clusters/a/x.yaml'],
    ['clusters/a/x.yaml', 'clusters/a'],
    ['index.yaml', 'clusters/a/x.yaml'],
  ])('that cannot stand beside another is reported: %s and %s', (one, two) => {
    expectRefused(['OUTPUT_PATH_COLLISION'], { [one]: '1', [two]: '2' });
  });

  it('that was added twice is reported', () => {
    const { output } = openOutput({ outDir: dist });
    output?.add('a.yaml', '1');
    output?.add('a.yaml', '1');
    expect(output?.finish().diagnostics.map((d) => d.code)).toEqual(['OUTPUT_PATH_COLLISION']);
    expect(existsSync(dist)).toBe(false);
  });

  it('of the old index that leads outside is never touched', () => {
    run(before);
    put('outside.yaml', 'mine');
    put('dist/index.yaml', 'files:\n  - ../outside.yaml\n');
    expectRefused(['OUTPUT_INDEX_INVALID']);
  });
});

describe('the index', () => {
  it('is read in any order, with both sides of a merge, and written in order again', () => {
    run(before);
    const text = readFileSync(join(dist, 'index.yaml'), 'utf8');
    const lines = text.trimEnd().split('\n');
    const merged = [...lines.slice(0, 4), ...lines.slice(4).reverse(), ...lines.slice(4, 6)];
    put('dist/index.yaml', merged.join('\r\n'));
    expect(run(before, { check: true }).codes).toEqual(['OUTPUT_STALE']);
    expect(run(before)).toMatchObject({ codes: [], files: [0, 1, 0, Object.keys(before).length] });
    expect(readFileSync(join(dist, 'index.yaml'), 'utf8')).toBe(text);
  });

  it('reports the marks of an unresolved merge with their line', () => {
    run(before);
    put('dist/index.yaml', 'files:\n<<<<<<< HEAD\n  - a.yaml\n=======\n  - b.yaml\n>>>>>>> other\n');
    const { messages } = expectRefused(['OUTPUT_INDEX_INVALID']);
    expect(messages[0]).toContain('"line":2');
  });

  it('does not conflict when two branches each add a cluster apart, or a file to a cluster', (context) => {
    const git = (...args: string[]): number | null =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: home }).status;
    if (git('init', '--quiet', '-b', 'main') !== 0) context.skip('Git is not there');
    const commit = (tree: Tree): void => {
      expect(run(tree).codes).toEqual([]);
      git('add', '--all');
      expect(git('commit', '--quiet', '-m', 'x')).toBe(0);
    };
    commit(before);
    git('switch', '--quiet', '-c', 'one');
    commit({ ...before, 'clusters/added/gateway.yaml': 'x\n', 'clusters/stays-0/link-b.yaml': 'x\n' });
    git('switch', '--quiet', 'main');
    git('switch', '--quiet', '-c', 'two');
    commit({ ...before, 'clusters/yonder/gateway.yaml': 'y\n', 'clusters/stays-1/link-b.yaml': 'y\n' });
    expect(git('merge', '--quiet', '--no-edit', 'one')).toBe(0);
    const both = {
      ...before,
      'clusters/added/gateway.yaml': 'x\n',
      'clusters/stays-0/link-b.yaml': 'x\n',
      'clusters/yonder/gateway.yaml': 'y\n',
      'clusters/stays-1/link-b.yaml': 'y\n',
    };
    expect(run(both, { check: true }).codes).toEqual([]);
  });
});

describe('check', () => {
  it('writes nothing and lists what differs', () => {
    run(before);
    const untouched = readTree(home);
    const ran = run(
      { ...before, 'argocd/applicationset.yaml': 'set: 3\n', 'clusters/z/x.yaml': 'z' },
      { check: true },
    );
    expect(ran.codes).toEqual(['OUTPUT_STALE']);
    expect(ran.differences).toEqual([
      'argocd/applicationset.yaml changed',
      'clusters/z/x.yaml new',
      'index.yaml changed',
    ]);
    expect(readTree(home)).toEqual(untouched);
  });

  it('reports what synth would remove', () => {
    run(before);
    const { differences } = run({}, { check: true });
    expect(differences).toContain('clusters/goes-0/gateway.yaml removed');
    expect(differences).toHaveLength(Object.keys(before).length + 1);
  });

  it('is content with what synth wrote', () => {
    run(before);
    expect(run(before, { check: true })).toMatchObject({ codes: [], differences: [] });
  });

  it('writes nothing where nothing stands', () => {
    expect(run(before, { check: true }).codes).toEqual(['OUTPUT_STALE']);
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('a second run', () => {
  it('says so when another one holds the folder', () => {
    run(before);
    const first = openOutput({ outDir: dist });
    first.output?.add('a.yaml', 'x');
    const ran = run(after);
    expect(ran.codes).toEqual(['OUTPUT_BUSY']);
    expect(ran.messages[0]).toContain(String(process.pid));
    expect(first.output?.finish().diagnostics).toEqual([]);
    expect(run(after).codes).toEqual([]);
  });

  it('waits for another one that ends in time', () => {
    run(before);
    const held = `process.stdout.write('x'); setTimeout(() => require('fs').unlinkSync(process.argv[1]), 300)`;
    const lock = join(home, '.linkspan/dist/lock');
    put('.linkspan/dist/lock', '1\n');
    const script = `require('fs').writeFileSync(process.argv[1], process.pid + '\\n' + require('os').hostname() + '\\n\\n'); ${held}`;
    spawnSync('sh', ['-c', `"$0" -e "$1" "$2" >/dev/null 2>&1 & sleep 0.1`, process.execPath, script, lock]);
    expect(run(after, { lockWaitMilliseconds: 20_000 }).codes).toEqual([]);
  });

  it('takes over from one that died', () => {
    const dead = spawnSync(process.execPath, [
      '-e',
      'process.stdout.write(`${process.pid}\\n${os.hostname()}\\n1\\n`)',
    ]);
    put('.linkspan/dist/lock', dead.stdout.toString());
    expect(run(after).codes).toEqual([]);
    expect(readdirSync(home)).toEqual(['dist']);
  });
});

describe('a journal', () => {
  it('of another version stops the run', () => {
    run(before);
    put('.linkspan/dist/journal', 'linkspan journal 99\nwhatever\nend\n');
    expect(run(after).codes).toEqual(['OUTPUT_UNFINISHED']);
    expect(readTree(dist)).toMatchObject(before);
  });

  it('that somebody stands in the way of is kept until they are gone', () => {
    run(before);
    put('.linkspan/dist/stage/0', 'new\n');
    put('.linkspan/dist/journal', 'linkspan journal 1\n["create","clusters/a.yaml","0"]\nend\n');
    put('dist/clusters/a.yaml', 'mine\n');
    expect(run(after).codes).toEqual(['OUTPUT_UNFINISHED', 'OUTPUT_FOREIGN_FILE']);
    rmSync(join(dist, 'clusters/a.yaml'));
    const opened = openOutput({ outDir: dist });
    expect(opened.diagnostics).toMatchObject([{ code: 'OUTPUT_UNFINISHED', severity: 'info' }]);
    opened.output?.abort();
    expect(readTree(dist)['clusters/a.yaml']).toBe('new\n');
  });
});
