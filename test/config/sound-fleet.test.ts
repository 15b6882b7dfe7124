import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFleet } from '../../lib/config/check-fleet.js';
import { deriveFleet } from '../../lib/topology/derive-fleet.js';
import { configOf } from '../support/config-folder.js';
import { workingExample } from '../support/diagnostic-examples.js';

const text = String(workingExample['fleet.yaml']);

/** Places are found by reading a file once more, which takes longer than all checks of it. */
function nowhere(): never {
  throw new Error('a place was looked up though there is nothing to report');
}

test('the checks of a sound fleet look up no place', () => {
  const places = { placeOf: nowhere, spellingOf: nowhere, hasPlainNumbers: true };
  expect(checkFleet(parse(text), places).diagnostics).toEqual([]);
});

test('the derivation of a sound fleet looks up no place', () => {
  const config = configOf(text, { 'values.yaml': 'podLabels: { team: mesh }\n' });
  expect(deriveFleet({ ...config, placeOf: nowhere }).diagnostics).toEqual([]);
});
