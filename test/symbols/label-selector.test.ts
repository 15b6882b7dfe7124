import { expect, test } from 'vitest';
import { readSelector, selects } from '../../lib/symbols/kinds/selector.js';
import { canSelect } from '../../lib/symbols/label-selector.js';
import { Reader } from '../../lib/symbols/reader.js';

function picks(selector: object, labels: Readonly<Record<string, string>>): boolean {
  return selects(readSelector(new Reader({ selector }), 'selector'), labels);
}

test.each([
  [{ key: 'tier', operator: 'In', values: ['web'] }, true],
  [{ key: 'tier', operator: 'NotIn', values: ['db'] }, true],
  [{ key: 'team', operator: 'NotIn', values: ['red'] }, true],
  [{ key: 'team', operator: 'DoesNotExist' }, true],
  [{ key: 'team', operator: 'Exists' }, false],
  [{ key: 'tier', operator: 'In', values: ['web', 'bad value!'] }, false],
  [{ key: 'tier', operator: 'NotIn', values: ['bad value!'] }, false],
  [{ key: 'bad key', operator: 'DoesNotExist' }, false],
  [{ key: 'tier', operator: 'In' }, false],
  [{ key: 'tier', operator: 'Equals', values: ['web'] }, false],
])('holds of labels as the API machinery has it: %j', (term, holds) => {
  expect(picks({ matchExpressions: [term] }, { tier: 'web' })).toBe(holds);
});

test('picks nothing with one term that is none, and nothing without terms', () => {
  const bad = { key: 'bad key', operator: 'DoesNotExist' };
  expect(picks({ matchLabels: { tier: 'web' }, matchExpressions: [bad] }, { tier: 'web' })).toBe(false);
  expect(picks({}, { tier: 'web' })).toBe(false);
});

test('takes for valid what something else fills in', () => {
  expect(canSelect({ matchLabels: { tier: '${TIER}' } })).toBe(true);
});
