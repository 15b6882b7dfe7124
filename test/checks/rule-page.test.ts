import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulesDocument } from '../../lib/checks/rule-page.js';

it('docs/rules.md is what the rules say (else run `npm run docs:rules`)', () => {
  const file = new URL('../../docs/rules.md', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(rulesDocument());
});
