import { expect, test } from 'vitest';
import { compiledText } from '../support/compiled.js';

/** Two Links of `c`, whose credentials stand in a store. */
const fleetWith = (credentials: string, ofB = '') => `
name: three
linkerd: { release: edge-26.8.2 }
clusters:
  a: { gateway: { address: a.example.com }, apiServer: https://a.example.com }
  b: { gateway: { address: b.example.com }, apiServer: https://b.example.com }
  c: {}
topology:
  - link: { source: c, target: a }
  - link: { source: c, target: b${ofB} }
credentials: { externalSecrets: { store: vault, ${credentials} } }
`;

const told = async (fleet: string) =>
  (await compiledText(fleet)).diagnostics.map(({ code, line, column }) => [code, line, column]);

test('one name for the ExternalSecrets of two Links is an error where the name stands', async () => {
  expect(await told(fleetWith("key: '{source}/{target}', name: es"))).toEqual([
    ['CREDENTIALS_NAME_TWICE', 11, 81],
  ]);
});

test('one property of one key for two targets is an error where the key stands', async () => {
  expect(await told(fleetWith("key: 'mesh/{source}'"))).toEqual([['CREDENTIALS_KEY_TWICE', 11, 54]]);
});

test.each([
  ['a key', ", credentials: { externalSecrets: { store: vault, key: 'b' } }"],
  ['a property', ", credentials: { externalSecrets: { store: vault, key: 'mesh/{source}', property: b } }"],
  ['a store', ", credentials: { externalSecrets: { store: other, key: 'mesh/{source}' } }"],
])('%s of its own is none', async (_, ofB) => {
  expect(await told(fleetWith("key: 'mesh/{source}'", ofB))).toEqual([]);
});

test.each(['{secret}-es', 'from-{target}'])('the name %s is none', async (name) => {
  expect(await told(fleetWith(`key: '{source}/{target}', name: '${name}'`))).toEqual([]);
});
