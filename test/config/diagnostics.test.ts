import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';
import { configCodes } from '../../lib/diagnostics/codes/config.js';
import { diagnosticExamples, workingExample } from '../support/diagnostic-examples.js';
import { exampleFolder } from '../support/example-folder.js';

describe('every code of the input', () => {
  it('is left unreported by the fleet that the examples spoil', () => {
    expect(loadConfig(exampleFolder(workingExample)).diagnostics).toEqual([]);
  });

  it.each(Object.keys(configCodes))('reports %s alone, at its place, with a fix or a reason', (code) => {
    const files = diagnosticExamples[code];
    if (files === undefined) throw new Error(`no example makes ${code} be reported`);
    const { diagnostics } = loadConfig(exampleFolder(files));
    expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set([code]));
    expect(diagnostics[0]?.file).toMatch(/yaml|yml/);
    expect(
      diagnostics[0]?.fix ?? diagnostics[0]?.why ?? (code.startsWith('FILE') ? 'none needed' : undefined),
    ).toBeDefined();
  });
});
