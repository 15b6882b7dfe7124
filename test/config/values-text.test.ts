import { expect, test } from 'vitest';
import { readValuesText } from '../../lib/config/values-text.js';

const codesOf = (text: string) =>
  readValuesText(text, 'values.yaml').diagnostics.map(
    ({ code, line, column }) => `${code} ${line ?? ''}:${column ?? ''}`,
  );

test.each([
  ['a next line', 'gateway:\n  name: a\u0085b\n'],
  ['a line separator', 'gateway:\n  name: a\u2028b\n'],
  ['a paragraph separator', 'gateway:\n  name: a\u2029b\n'],
])('refuses %s, which ends a line for Helm alone', (_, text) => {
  expect(codesOf(text)).toEqual(['VALUES_UNREADABLE 2:10']);
});

test('refuses a byte order mark that begins a later line', () => {
  expect(codesOf('a: 1\n\ufeffb: 2\n')).toEqual(['VALUES_UNREADABLE 2:1']);
  expect(readValuesText('a: "\\u2028 \\ufeff"\n', 'values.yaml').diagnostics).toEqual([]);
  expect(readValuesText('# a \ufeffzero\na: "x\ufeffy"\n', 'values.yaml').diagnostics).toEqual([]);
});

test.each(['\u0080', '\u009f', '\u007f'])(
  'refuses the control character %j, as go-yaml does',
  (character) => {
    expect(codesOf(`a: "${character}"\n`)).toEqual(['YAML_SYNTAX 1:5']);
  },
);

test('reads brackets and quotes whose lines are indented as the writer likes', () => {
  const text = 'imagePullSecrets: [{\n  name: a\n}]\ngateway:\n  name: "b\n  c"\n  port: 1\n';
  const { file, diagnostics } = readValuesText(text, 'values.yaml');
  expect(diagnostics).toEqual([]);
  expect(file?.data).toEqual({ imagePullSecrets: [{ name: 'a' }], gateway: { name: 'b c', port: 1 } });
  expect(file?.placeOf(['gateway', 'port'], 'key')).toMatchObject({ line: 7, column: 3 });
});

test('tells to close what is not closed', () => {
  const [found] = readValuesText('a: [b\nc: d\n', 'values.yaml').diagnostics;
  expect(found).toMatchObject({
    code: 'YAML_SYNTAX',
    line: 2,
    column: 1,
    message: 'flow sequence must end with a ]',
  });
  expect(found?.fix).toMatch(/^close it/);
});
