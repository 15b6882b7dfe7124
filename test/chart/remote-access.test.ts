import { describe, expect, test } from 'vitest';
import type { HelmValue } from '../../lib/helm/value.js';
import { at, refused, rendered } from '../support/chart.js';

const secrets = (remoteMirrorServiceAccountName: HelmValue) =>
  [...rendered({ remoteMirrorServiceAccountName }).keys()]
    .filter((key) => key.startsWith('Secret '))
    .map((key) => key.slice(7));

describe('remote access', () => {
  test.each([
    ['a,b', ['a-token', 'b-token']],
    ['a,,b', ['a-token', '-token', 'b-token']],
    ['', ['-token']],
    ['a #b,c', ['a', 'c-token']],
    [['a,b'], ['a,b-token']],
    [
      [1, 1000000],
      ['1-token', '1e+06-token'],
    ],
    [[{ a: 'b' }], ['map[a:b]-token']],
    [[], []],
  ])('for %j has the tokens %j', (given, names) => {
    expect(secrets(given)).toStrictEqual(names);
  });

  test('keeps a blank inside the name of a token, and trims that of its account', () => {
    const objects = rendered({ remoteMirrorServiceAccountName: ' a , b ' });
    expect(objects.has('ServiceAccount a')).toBe(true);
    expect(at(objects.get('Secret a -token'), 'metadata.annotations')).toMatchObject({
      'kubernetes.io/service-account.name': 'a',
    });
  });

  test.each([null, 5, true, { a: 'b' }])('reports the name %j, which is neither text nor a list', (name) => {
    expect(refused({ remoteMirrorServiceAccountName: name })).toMatchObject([
      { code: 'CHART_HELM_FAILS', path: 'remoteMirrorServiceAccountName' },
    ]);
    expect(
      rendered({ remoteMirrorServiceAccountName: name, remoteMirrorServiceAccount: false }).has(
        'Secret -token',
      ),
    ).toBe(false);
  });
});
