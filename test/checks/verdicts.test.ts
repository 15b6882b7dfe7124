import { describe, expect, it } from 'vitest';
import { check } from '../../lib/checks/check.js';
import { rules } from '../../lib/checks/rules/index.js';
import { symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { verdictCases } from '../e2e/verdicts/index.js';

const told = verdictCases.filter(({ code }) => code !== undefined);

describe('of what real API servers were given, the linker', () => {
  it('tells the mistakes of at least fifteen rules', () => {
    expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThanOrEqual(15);
  });

  it('is alone to tell what they accept without a word', () => {
    const accepted = told.filter(({ refusal }) => refusal === undefined).map(({ code }) => code);
    const silent = rules.filter(({ isSilent }) => isSilent === true).map(({ code }) => code);
    expect([...new Set(accepted)].sort()).toEqual(silent.sort());
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
