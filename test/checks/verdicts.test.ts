import { describe, expect, it } from 'vitest';
import { check } from '../../lib/checks/check.js';
import { symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { verdictCases } from '../e2e/verdicts.js';

const told = verdictCases.filter(({ code }) => code !== undefined);

describe('of what real API servers were given, the linker', () => {
  it('tells the mistakes of at least fifteen rules', () => {
    expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThanOrEqual(15);
  });

  it.each(told.map(({ code, what, yaml }) => [code, what, yaml] as const))(
    'reports %s for %s',
    (code, _, text) => {
      const { symbols, diagnostics } = symbolsOfTexts('any', [{ file: 'any.yaml', text }]);
      const found = [
        ...diagnostics,
        ...check({ clusters: [symbols] }, { facts: { release: 'edge-26.8.3' } }),
      ];
      expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    },
  );
});
