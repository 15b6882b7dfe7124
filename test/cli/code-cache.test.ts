import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { treeOf } from '../support/tree.js';

/** Tells of each script whether V8 took the code that was kept for it. */
const reporter = `
const vm = require('node:vm');
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    process.stderr.write(options.cachedData !== undefined && this.cachedDataRejected === false ? 'kept ' : 'compiled ');
  }
};
`;
const fleet = 'name: one\nlinkerd: { release: edge-26.8.2 }\nclusters: { a: {}, b: {} }\n';
const root = resolve('.');

/** Offset of the checksum, of the code, and of what V8 knows its own version by. */
const checksumAt = 0;
const codeAt = 8;
const versionAt = 12;

describe('the code kept at build time', () => {
  let copy: string;
  let expected: Readonly<Record<string, string>>;
  const script = (): string => join(copy, 'build/cli/synth.js');
  const cache = (): string => `${script()}.cache`;

  function run(flags: readonly string[], args: readonly string[]): { out: string; used: string } {
    const command = ['-r', './reporter.cjs', ...flags, 'bin/linkspan.js', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^(?:kept |compiled )+$/);
    return { out: stdout, used: stderr.split(' ')[0] ?? '' };
  }

  /** Synthesizes anew, and tells whether kept code was used for the command itself. */
  function synth(...flags: string[]): string {
    rmSync(join(copy, 'dist'), { recursive: true, force: true });
    const { used } = run(flags, ['synth']);
    expect(treeOf(join(copy, 'dist'))).toEqual(expected);
    return used;
  }

  function damage(change: (content: Buffer) => Buffer): void {
    writeFileSync(cache(), change(readFileSync(cache())));
  }

  function sealed(content: Buffer, where: string): Buffer {
    content.writeUInt32LE(
      crc32(readFileSync(script()), crc32(content.subarray(codeAt), crc32(where))),
      checksumAt,
    );
    return content;
  }

  beforeEach(() => {
    copy = folderWith({ 'config/fleet.yaml': fleet, 'reporter.cjs': reporter });
    for (const folder of ['bin', 'build/cli'])
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    rmSync(join(copy, 'dist'), { recursive: true, force: true });
    expected = {};
    mkdirSync(join(copy, 'dist'));
    run([], ['synth']);
    expected = treeOf(join(copy, 'dist'));
  });

  test('is used, in another folder too', () => {
    expect(synth()).toBe('kept');
    expect(run([], ['--version']).used).toBe('kept');
  });

  test('may be missing', () => {
    for (const name of readdirSync(join(copy, 'build/cli')))
      if (name.endsWith('.cache')) rmSync(join(copy, 'build/cli', name));
    expect(existsSync(cache())).toBe(false);
    expect(synth()).toBe('compiled');
  });

  test.each([
    ['is cut off', (content: Buffer) => content.subarray(0, content.length / 2)],
    ['is empty', () => Buffer.alloc(0)],
    ['has a bit flipped', (content: Buffer) => content.fill((content[4321] ?? 0) ^ 4, 4321, 4322)],
  ])('is not used when it %s', (_, change) => {
    damage(change);
    expect(synth()).toBe('compiled');
  });

  test('is not used when another version of V8 wrote it', () => {
    damage((content) => {
      content.writeUInt32LE((content.readUInt32LE(versionAt) ^ 1) >>> 0, versionAt);
      return sealed(content, `${process.version} ${process.arch}`);
    });
    expect(synth()).toBe('compiled');
  });

  test.each([`v20.0.0 ${process.arch}`, `${process.version} mips`])(
    'is not used when %s wrote it',
    (where) => {
      damage((content) => sealed(content, where));
      expect(synth()).toBe('compiled');
    },
  );

  test('makes no difference where V8 has other flags, used or not', () => {
    synth('--max-old-space-size=300');
  });

  test('is not used for another script of the same length', () => {
    const text = readFileSync(script(), 'latin1');
    const other = text.replace('Usage:', 'USAGE:');
    expect(other).not.toBe(text);
    writeFileSync(script(), other, 'latin1');
    const { out, used } = run([], ['synth', '--help']);
    expect(used).toBe('compiled');
    expect(out).toMatch(/^USAGE: /);
  });
});
