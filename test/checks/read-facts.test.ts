import { expect, it } from 'vitest';
import { readFacts } from '../../lib/checks/read-facts.js';

it('takes the address of a gateway from a fleet file', () => {
  const text = 'clusters: { east: { gateway: { address: gw.east.example.com, nodePort: 30143 } } }';
  const { facts, diagnostics } = readFacts(text, 'fleet.yaml');
  expect(facts.clusters?.east?.gatewayAddress).toBe('gw.east.example.com');
  expect(diagnostics).toEqual([]);
});
