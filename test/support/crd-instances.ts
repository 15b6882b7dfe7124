import type { CrdSchema } from './crd-oracle.js';

/** Numbers from 0 up to, not including, 1: the same for the same seed. */
export type Dice = () => number;

/** Dice of a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(dice: Dice, choices: readonly T[]): T => choices[Math.floor(dice() * choices.length)] as T;

const texts = [
  'a',
  '',
  'example',
  'a-b',
  '1s',
  '/path',
  'Always',
  'https://example.com',
  '10.0.0.0/8',
  'x'.repeat(300),
];

/** A value that mostly fits the schema; small, as deeper fields become rarer. */
export function instanceOf(schema: CrdSchema, dice: Dice, depth = 0): unknown {
  if (schema.nullable && dice() < 0.1) return null;
  if (schema.enum) return dice() < 0.9 ? pick(dice, schema.enum) : 'other';
  if (schema['x-kubernetes-int-or-string']) return pick<unknown>(dice, [8080, '10%', '']);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, dice, depth);
    case 'array': {
      const length = (schema.minItems ?? 0) + Math.floor(dice() * (depth > 8 ? 1 : 3));
      return Array.from({ length }, () => instanceOf(schema.items ?? {}, dice, depth + 1));
    }
    case 'string':
      return pick(dice, texts);
    case 'boolean':
      return dice() < 0.5;
    case 'integer':
    case 'number':
      return pick(dice, [
        schema.minimum ?? 0,
        schema.maximum ?? 1,
        1,
        443,
        -1,
        ...(dice() < 0.2 ? [1.5, 1e9] : []),
      ]);
    default:
      return pick<unknown>(dice, ['any', 1, true, { any: ['thing'] }, []]);
  }
}

function objectOf(schema: CrdSchema, dice: Dice, depth: number): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const chance = Math.min(0.6, 4 / (properties.length + depth));
  const fields: Record<string, unknown> = {};
  for (const [name, property] of properties) {
    if (schema.required?.includes(name) || dice() < chance)
      fields[name] = instanceOf(property, dice, depth + 1);
  }
  if (typeof schema.additionalProperties === 'object' && dice() < 0.7) {
    fields['some-key'] = instanceOf(schema.additionalProperties, dice, depth + 1);
  }
  if (schema['x-kubernetes-embedded-resource']) {
    Object.assign(fields, { apiVersion: 'v1', kind: 'Any', metadata: { name: 'any' } });
  }
  return fields;
}

/** Changes a place of the value at random: another type, a field renamed, lost or added. */
export function damage(value: unknown, dice: Dice): void {
  const maps: Record<string, unknown>[] = [];
  const collect = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    if (!Array.isArray(part)) maps.push(part as Record<string, unknown>);
    Object.values(part).forEach(collect);
  };
  collect(value);
  if (maps.length === 0) return;
  const map = pick(dice, maps);
  const keys = Object.keys(map);
  const key = pick(dice, keys);
  switch (keys.length === 0 ? 3 : Math.floor(dice() * 4)) {
    case 0:
      map[key] = pick<unknown>(dice, [null, 1, 'text', true, [], {}, 1.5, -1, '']);
      break;
    case 1:
      map[`${key}x`] = map[key];
      Reflect.deleteProperty(map, key);
      break;
    case 2:
      Reflect.deleteProperty(map, key);
      break;
    default:
      map.unheardOf = pick<unknown>(dice, ['text', null, {}]);
  }
}
