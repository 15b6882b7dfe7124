import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { digestOfParts, digestsOf } from '../../lib/files/file-digests.js';
import { FileSink, type FileSinkOptions } from '../../lib/files/file-sink.js';
import { toYamlFile } from '../../lib/manifests/serialize.js';
import { sharedPart } from '../../lib/manifests/shared-part.js';

const thread = fileURLToPath(new URL('../../build/cli/thread.cjs', import.meta.url));
const token = 'hvs.CAESIJ1234567890abcdefghij';

const folder = (): string => mkdtempSync(join(tmpdir(), 'linkspan-sink-'));
const plain = (text: string) => ({ text, shared: [] });

/** A file that ends in what many others end in. */
const withEnd = (name: string) =>
  toYamlFile('', [{ apiVersion: 'v1', kind: 'Thing', metadata: { name }, spec: longEnd }]);
const longEnd = sharedPart({
  lines: Array.from({ length: 900 }, (_, i) => ({ name: `some-name-${i}`, text: 'of no secret' })),
});

describe.each<[string, FileSinkOptions]>([
  ['in this thread', {}],
  ['in a thread of its own', { thread }],
])('FileSink %s', (_, options) => {
  it('writes files as they are, into folders that it makes first', async () => {
    const root = folder();
    const sink = await FileSink.open(options);
    const texts = {
      'a.yaml': 'name: a\n',
      'b.yaml': withEnd('b').text,
      'c.yaml': withEnd('c').text,
      'empty.md': '',
      'large.md': 'Größe, 大きさ\n'.repeat(60_000),
      'umlaut.md': 'Zusammenfügen',
    };
    sink.makeFolder(join(root, 'new'));
    sink.makeFolder(join(root, 'new/inner'));
    for (const [path, text] of Object.entries(texts)) {
      sink.add(path, path === 'b.yaml' || path === 'c.yaml' ? withEnd(path.charAt(0)) : plain(text));
      sink.write(join(root, 'new/inner', path));
    }
    sink.add('not-written.yaml', plain('name: none\n'));
    expect(await sink.end()).toEqual({ suspects: [] });
    const written = readdirSync(join(root, 'new/inner')).map((path) => [
      path,
      readFileSync(join(root, 'new/inner', path), 'utf8'),
    ]);
    expect(Object.fromEntries(written)).toEqual(texts);
  });

  it('shows the bytes of a file while it is the last one', async () => {
    const sink = await FileSink.open(options);
    const { own, end } = sink.add('b.yaml', withEnd('b'));
    expect(end).toBeDefined();
    expect(own.toString() + String(end)).toBe(withEnd('b').text);
    await sink.end();
  });

  it('takes digests, in the order of the files', async () => {
    const sink = await FileSink.open({ ...options, digests: true });
    const names = Array.from({ length: 300 }, (_, i) => `f${i}.yaml`);
    for (const name of names)
      sink.add(name, name.endsWith('7.yaml') ? withEnd(name) : plain(`name: ${name}`));
    const { digests } = await sink.end();
    const all = digests === undefined ? [] : [...digestsOf(names, digests)];
    expect(all).toHaveLength(names.length);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
    expect(all[0]).toEqual({ path: 'f0.yaml', sha256: sha256('name: f0.yaml'), cut: 0 });
    expect(all[7]?.cut).toBeGreaterThan(0);
    expect(all[7]?.sha256).toBe(digestOfParts(Buffer.from(withEnd('f7.yaml').text), all[7]?.cut ?? 0));
  });

  it('reports files that hold a secret, or have one in their name', async () => {
    const sink = await FileSink.open(options);
    sink.add('a.yaml', plain('name: a\n'));
    sink.add('b.yaml', plain(`note: ${token}\n`));
    sink.add(`${token}.yaml`, plain('name: c\n'));
    sink.add('d.yaml', plain(`note: für ${token}\n`));
    const { suspects } = await sink.end();
    expect(suspects.map(({ path }) => path)).toEqual(['b.yaml', `${token}.yaml`, 'd.yaml']);
    expect(suspects[2]?.text).toBe(`note: für ${token}\n`);
  });

  it('reports the first file that cannot be written, and writes none after it', async () => {
    const root = folder();
    writeFileSync(join(root, 'file'), '');
    const sink = await FileSink.open(options);
    for (const to of ['a', 'file/b', 'c']) {
      sink.add(to, plain(to));
      sink.write(join(root, to));
    }
    const { failure } = await sink.end();
    expect(failure).toMatchObject({ code: 'ENOTDIR', path: join(root, 'file/b') });
    expect(readdirSync(root).sort()).toEqual(['a', 'file']);
  });

  it('holds few megabytes, however many files come', async () => {
    const sink = await FileSink.open(options);
    const file = plain('x'.repeat(100_000));
    for (let i = 0; i < 1000; i++) {
      sink.add(`${i}`, file);
      await sink.room();
    }
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(50_000_000);
    await sink.end();
  });

  it('writes nothing once it was stopped', async () => {
    const root = folder();
    const sink = await FileSink.open(options);
    for (let i = 0; i < 200; i++) {
      sink.add(`${i}`, plain('x'.repeat(20_000)));
      sink.write(join(root, `${i}`));
    }
    await sink.stop();
    const then = readdirSync(root).length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readdirSync(root)).toHaveLength(then);
  });
});

test('a thread that dies is told of, to whoever waits for room or for the end', async () => {
  const script = join(folder(), 'dies.cjs');
  writeFileSync(script, "throw new Error('of no use')");
  expect(existsSync(thread)).toBe(true);
  const wait = async (): Promise<void> => {
    const sink = await FileSink.open({ thread: script });
    for (let i = 0; i < 100; i++) {
      sink.add(`${i}`, plain('x'.repeat(200_000)));
      await sink.room();
    }
  };
  await expect(wait()).rejects.toThrow('of no use');
  const sink = await FileSink.open({ thread: script });
  await expect(sink.end()).rejects.toThrow('of no use');
});
