import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import fleetSchema from '../../config/schema/fleet.schema.json' with { type: 'json' };
import { acceptorOf } from '../../lib/config/validate/acceptor.js';
import type { JsonSchema } from '../../lib/config/validate/json-schema.js';
import { mistakesIn } from '../../lib/config/validate/mistakes-in.js';
import type { Subject } from '../../lib/config/validate/subject.js';
import { chartValuesSchema } from '../../lib/config/values-schema.js';
import { workingExample } from '../support/diagnostic-examples.js';

const nowhere = { placeOf: () => ({}), spellingOf: () => undefined };

const fleet: Subject = { schema: fleetSchema as unknown as JsonSchema, hasPlainNumbers: true, ...nowhere };
const values: Subject = {
  schema: chartValuesSchema,
  hasPlainNumbers: true,
  takesNull: true,
  takesNumbersAsText: true,
  ...nowhere,
};

const fleetText = `${String(workingExample['fleet.yaml'])}
suppress: [{ code: GATEWAY_OPEN, where: x, reason: y }]
`;

const valuesText = `
gateway: { enabled: true, port: "4143", serviceType: NodePort, nodePort: 30143, probe: { nodePort: 30191 } }
podLabels: { team: mesh, none: null }
remoteMirrorServiceAccountName: [a, b]
controllers: [{ link: { ref: { name: hub } }, gateway: { probe: { port: 4191 } }, logLevel: debug }]
localServiceMirror: { resources: { requests: { cpu: 5m }, limits: null }, replicas: 1 }
imagePullSecrets: [{ name: regcred }]
`;

type Step = string | number;

/** Paths of all fields of plain data, the root aside. */
function pathsOf(data: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof data !== 'object' || data === null) return [path];
  const children = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  const below = children.flatMap(([step, child]) => pathsOf(child, [...path, step]));
  return path.length === 0 ? below : [path, ...below];
}

/** A copy with another value at a path; undefined takes the field away. */
function changed(data: unknown, path: readonly Step[], key: string, value: unknown): unknown {
  const copy: unknown = structuredClone(data);
  const owner = path.slice(0, -1).reduce((at: unknown, step) => (at as Record<Step, unknown>)[step], copy);
  const last = path.at(-1) ?? '';
  if (key !== '') (owner as Record<string, unknown>)[key] = value;
  else if (value === undefined) Reflect.deleteProperty(owner as object, last);
  else (owner as Record<Step, unknown>)[last] = value;
  return copy;
}

const anything = fc.oneof(
  fc.constantFrom(
    ...['', 'a', 'A b', '4143', '0644', 'x{source}', '{', 'a.b/c', 'edge-26.8.2', 'NodePort', '3s', '{name}'],
    ...[null, undefined, true, -1, 0, 1.5, 70_000, [], ['a'], [1], {}, { a: 1 }, { name: 'x' }, [null]],
    ...[{ hub: 'a' }, { hubAndSpoke: { hub: 'a' } }, { mesh: {}, pair: {} }, { externalSecrets: {} }],
  ),
  fc.string({ maxLength: 4 }),
  fc.string({ minLength: 2010, maxLength: 2020 }),
  fc.integer(),
);
const extraKey = fc.constantFrom(
  '',
  '',
  '',
  'gateway',
  'unknown',
  'matchLabels',
  'Bad_Key',
  'apiServer',
  'a',
);

describe.each([
  ['the fleet file', fleet, parse(fleetText) as unknown],
  ['values', values, parse(valuesText) as unknown],
])('the quick way through the schema of %s', (_name, subject, sound) => {
  const accepts = acceptorOf(subject);

  it('passes data without a mistake', () => {
    expect(mistakesIn(sound, subject).diagnostics).toEqual([]);
    expect(accepts(sound)).toBe(true);
  });

  it('passes just the data in which no mistake is found', () => {
    const seen = { passed: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(sound)), extraKey, anything, (path, key, value) => {
        const data = changed(sound, path, key, value);
        const isSound = mistakesIn(data, subject).diagnostics.length === 0;
        expect(accepts(data), JSON.stringify(data)).toBe(isSound);
        seen[isSound ? 'passed' : 'refused'] += 1;
      }),
      { numRuns: 2000, seed: 20260819 },
    );
    expect(Math.min(seen.passed, seen.refused)).toBeGreaterThan(150);
  });
});

it('the quick way doubts whole numbers whose spelling is not known to be plain', () => {
  const data = parse(fleetText) as unknown;
  expect(acceptorOf({ ...fleet, hasPlainNumbers: false })(data)).toBe(false);
});
