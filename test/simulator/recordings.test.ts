import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { simulate } from '../../lib/simulator/simulate.js';
import type { SimulationInput, SimulationOutcome } from '../../lib/simulator/simulation.js';
import { describeUpstream, upstream } from '../support/upstream.js';
import { misses } from './misses.js';

interface Recording extends SimulationInput {
  readonly id: string;
  readonly outcome: Partial<SimulationOutcome>;
}

const parts = [
  'mirrors',
  'afterStep',
  'linkStatus',
  'linkStatusAfterStep',
  'events',
  'eventsAfterStep',
] as const;
type Part = (typeof parts)[number];

function recordings(): readonly Recording[] {
  const text = gunzipSync(readFileSync(upstream('mirror-oracle/training.jsonl.gz'))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recording);
}

/** `b04-headless-39` belongs to the family `headless`. */
function familyOf(id: string): string {
  return id.replace(/^b\d+-/, '').replace(/(-\d+)+$/, '');
}

/** Batches of one case show that the last entry of a status list stays; elsewhere other cases fill the lists. */
function inputOf(recording: Recording): SimulationInput {
  return { ...recording, batch: { ...recording.batch, alone: recording.id.includes('-alone-') } };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}

describeUpstream('the simulator against the recordings of edge-26.8.3', () => {
  const exact: Record<Part, number> = Object.fromEntries(parts.map((part) => [part, 0])) as Record<
    Part,
    number
  >;
  const asked = { ...exact };
  const families = new Map<string, { cases: number; exact: number; differs: string[] }>();
  const differing: string[] = [];

  for (const recording of recordings()) {
    const outcome = simulate(inputOf(recording));
    const wrong = parts.filter((part) => {
      const recorded = recording.outcome[part] ?? null;
      if (recorded === null && outcome[part] === null) return false;
      asked[part] += 1;
      const isExact = canonical(recorded) === canonical(outcome[part]);
      if (isExact) exact[part] += 1;
      return !isExact;
    });
    const family = families.get(familyOf(recording.id)) ?? { cases: 0, exact: 0, differs: [] };
    families.set(familyOf(recording.id), family);
    family.cases += 1;
    if (wrong.length === 0) family.exact += 1;
    else family.differs.push(`${recording.id} (${wrong.join(', ')})`);
    if (wrong.length > 0) differing.push(recording.id);
  }

  test('prints which cases differ in each family of batches, and why', () => {
    const rows = [...families].map(([name, { cases, exact: same, differs }]) => {
      const reasons = differs.map((text) => `${text}: ${misses[text.split(' ')[0] ?? ''] ?? 'unexplained'}`);
      return `${name.padEnd(26)} ${String(cases).padStart(4)} ${String(same).padStart(4)}  ${reasons.join('; ')}`;
    });
    process.stdout.write(['family                    cases exact  differs', ...rows, ''].join('\n'));
    process.stdout.write(parts.map((part) => `${part} ${exact[part]}/${asked[part]}`).join(', ') + '\n');
    expect(families.size).toBeGreaterThan(10);
  });

  test.each([
    ['mirrors', 0.99],
    ['afterStep', 0.98],
    ['linkStatus', 0.95],
    ['linkStatusAfterStep', 0.95],
    ['events', 0.95],
    ['eventsAfterStep', 0.95],
  ] as const)('tells %s exactly in at least a share of %d', (part, share) => {
    expect(exact[part] / asked[part]).toBeGreaterThanOrEqual(share);
  });

  test('differs in no other case than those with a known reason', () => {
    expect(differing.sort()).toEqual(Object.keys(misses).sort());
  });
});
