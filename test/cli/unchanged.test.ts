import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  renameSync,
  writeFileSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';
import { treeOf } from '../support/tree.js';

const names = Array.from({ length: 220 }, (_, i) => `c${i}`);

function fleetOf(address: string): string {
  const clusters = names.map((name, i) =>
    i === 0 ? `  c0: { gateway: { address: ${address} } }` : `  ${name}: {}`,
  );
  return `name: many
linkerd: { release: edge-26.8.2 }
clusters:
${clusters.join('\n')}
topology: [{ hubAndSpoke: { hub: c0 } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;
}

let expected: Readonly<Record<string, string>>;
let cwd: string;
const dist = (): string => join(cwd, 'dist');
const record = (): string => join(cwd, '.linkspan/dist/run');
const link = (): string => join(dist(), 'clusters/c7/link-c0.yaml');
const allOf = (folder: string): string => Object.values(treeOf(join(dist(), folder))).join('');
const synth = (...flags: string[]) => linkspan(['synth', ...flags], { cwd });

describe('a run over an unchanged fleet gives the same output', () => {
  beforeAll(() => {
    cwd = folderWith({ 'config/fleet.yaml': fleetOf('gw.example.com') });
    synth();
    expected = treeOf(dist());
  });

  function givesTheSame(changed = 0): void {
    const { code, out, err } = synth();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`0 files new, ${changed} changed, 0 removed`));
    expect(treeOf(dist())).toEqual(expected);
  }

  test('from what the run before left, without parsing the fleet', () => {
    const { out } = synth();
    givesTheSame();
    expect(out).toMatch(
      /^220 clusters, 219 Links, \d+ objects\ndist\/: 0 files new, 0 changed, 0 removed, \d+ unchanged\n$/,
    );
  });

  test('when the record was lost', () => {
    rmSync(join(cwd, '.linkspan'), { recursive: true });
    givesTheSame();
  });

  test.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['is empty', () => ''],
    ['has another digest in it', (text: string) => text.replace(/"clusters":220/, '"clusters":221')],
    ['is that of another version', (text: string) => text.replace(/linkspan run \d+/, 'linkspan run 0')],
  ])('when the record %s', (_, damage) => {
    const whole = readFileSync(record(), 'utf8');
    const damaged = damage(whole);
    expect(damaged).not.toBe(whole);
    writeFileSync(record(), damaged);
    givesTheSame();
  });

  test('when the files have other times and places, as on another machine', () => {
    utimesSync(link(), 1, 1);
    renameSync(link(), `${link()}.old`);
    writeFileSync(link(), readFileSync(`${link()}.old`));
    rmSync(`${link()}.old`);
    givesTheSame();
  });

  test('when a file was changed to another of the same size', () => {
    writeFileSync(link(), readFileSync(link(), 'utf8').replace('gw.example.com', 'gw.example.net'));
    givesTheSame(1);
  });

  test('when a file was removed', () => {
    rmSync(link());
    const { out } = synth();
    expect(out).toMatch(/1 files? new/);
    expect(treeOf(dist())).toEqual(expected);
  });

  test('and reports a folder that became a link to its own content', () => {
    const folder = join(dist(), 'clusters/c9');
    renameSync(folder, join(cwd, 'elsewhere'));
    symlinkSync(join(cwd, 'elsewhere'), folder);
    expect(synth().err).toContain('OUTPUT_PATH_TAKEN');
    rmSync(folder);
    renameSync(join(cwd, 'elsewhere'), folder);
  });

  test('when the record came from another machine, with the output of that one', () => {
    const other = folderWith({ 'config/fleet.yaml': fleetOf('gw.example.com') });
    linkspan(['synth'], { cwd: other });
    // what this machine holds differs from what the record tells of the other one
    writeFileSync(record(), readFileSync(join(other, '.linkspan/dist/run')));
    writeFileSync(link(), readFileSync(link(), 'utf8').replace('gw.example.com', 'gw.example.net'));
    givesTheSame(1);
  });

  test('when a record of another version of the command lies there, whole and well', () => {
    const [, body = ''] = readFileSync(record(), 'utf8').split('\n');
    const foreign = body
      .replace(/"key":"[^"]+"/, '"key":"another"')
      .replace('"clusters":220', '"clusters":7');
    const digest = createHash('sha256').update(foreign).digest('base64url');
    const [line = ''] = readFileSync(record(), 'utf8').split('\n');
    writeFileSync(record(), `${line.replace(/\S+$/, digest)}\n${foreign}`);
    givesTheSame();
    expect(synth().out).toMatch(/^220 clusters/);
  });

  test('and another one as soon as a values file comes, changes or goes', () => {
    const values = join(cwd, 'config/c7-values.yaml');
    for (const [text, shown] of [
      ['podLabels: { team: one }\n', 'team: one'],
      ['podLabels: { team: two }\n', 'team: two'],
    ] as const) {
      writeFileSync(values, text);
      synth();
      expect(allOf('clusters/c7')).toContain(shown);
    }
    rmSync(values);
    synth();
    expect(treeOf(dist())).toEqual(expected);
  });

  test('and another one for another fleet, and back', () => {
    writeFileSync(join(cwd, 'config/fleet.yaml'), fleetOf('other.example.com'));
    synth();
    expect(readFileSync(link(), 'utf8')).toContain('other.example.com');
    writeFileSync(join(cwd, 'config/fleet.yaml'), fleetOf('gw.example.com'));
    synth();
    expect(treeOf(dist())).toEqual(expected);
  });
});

test('a small fleet leaves nothing beside its output', () => {
  const small = folderWith({
    'config/fleet.yaml': 'name: one\nlinkerd: { release: edge-26.8.2 }\nclusters: { a: {} }\n',
  });
  linkspan(['synth'], { cwd: small });
  expect(existsSync(join(small, '.linkspan'))).toBe(false);
});

test('a large fleet sees a change of an extra manifest that stands elsewhere', () => {
  const notes = (value: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes }\ndata: { a: "${value}" }\n`;
  const folder = folderWith({
    'config/fleet.yaml': fleetOf('gw.example.com').replace(
      'c7: {}',
      'c7: { extraManifests: [extra/notes.yaml] }',
    ),
    'config/extra/notes.yaml': notes('one'),
  });
  linkspan(['synth'], { cwd: folder });
  writeFileSync(join(folder, 'config/extra/notes.yaml'), notes('two'));
  expect(linkspan(['synth'], { cwd: folder }).out).toContain('0 files new, 1 changed');
});

test('a large fleet is known again in the folder that it names', () => {
  cwd = folderWith({ 'config/fleet.yaml': `${fleetOf('gw.example.com')}output: out/mesh\n` });
  synth();
  expect(existsSync(join(cwd, 'out/.linkspan/mesh/run'))).toBe(true);
  expect(synth().out).toMatch(/\nout\/mesh\/: 0 files new, 0 changed, 0 removed, \d+ unchanged\n$/);
  expect(existsSync(dist())).toBe(false);
});
