import { expect, test } from 'vitest';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { formatSarif } from '../../lib/diagnostics/formats/sarif.js';

test('what stands in no file names its object', () => {
  const object = { apiVersion: 'v1', kind: 'Service', namespace: 'mesh', name: 'gateway' };
  const about: Diagnostic = { code: 'FACT_UNKNOWN', severity: 'info', message: 'unknown', cluster: 'east' };
  const { runs } = JSON.parse(formatSarif([about, { ...about, object }], '1.0.0', () => undefined)) as {
    runs: { results: object[]; invocations: { toolExecutionNotifications: { locations: object }[] }[] }[];
  };
  expect(runs[0]?.results).toEqual([]);
  const named = (fullyQualifiedName: string) => [
    { logicalLocations: [{ fullyQualifiedName, kind: 'object' }] },
  ];
  expect(runs[0]?.invocations[0]?.toolExecutionNotifications.map(({ locations }) => locations)).toEqual([
    named('east'),
    named('east/Service/mesh/gateway'),
  ]);
});
