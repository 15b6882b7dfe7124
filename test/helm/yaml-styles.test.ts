import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValues } from '../../lib/helm/read-values.js';
import { plainValues } from '../support/chart-values.js';
import { yamlText } from '../support/yaml-styles.js';

test('values are the same in every style that Helm reads alike', () => {
  fc.assert(
    fc.property(plainValues, fc.nat(), (values, style) => {
      const { values: read, diagnostics } = readValues(yamlText(values, style));
      expect(diagnostics).toEqual([]);
      expect(read).toEqual(JSON.parse(JSON.stringify(values)));
    }),
    { numRuns: 300 },
  );
});
