import type { Field, Step } from '../field.js';
import type { Reader } from '../reader.js';
import { templateKeys } from './template-keys.js';

/** A key that a template takes, and where from `spec.target.template` the text stands that does. */
export interface TakenKey {
  readonly key: string;
  readonly path: readonly Step[];
}

export const noTaken: readonly TakenKey[] = [];

/** The keys that the texts of a template take; those of a ConfigMap stand elsewhere. */
export function takenKeys(template: Reader): readonly TakenKey[] {
  // the first engine took what was not there for nothing
  if (template.raw('engineVersion') === 'v1') return noTaken;
  const taken: TakenKey[] = [];
  const take = (text: unknown, ...path: readonly Step[]) => {
    if (typeof text === 'string') for (const key of templateKeys(text)) taken.push({ key, path });
  };
  for (const [name, text] of Object.entries(template.sub('data')?.value ?? {})) take(text, 'data', name);
  for (const [i, item] of template.items('templateFrom').entries())
    take(item.raw('literal'), 'templateFrom', i, 'literal');
  return taken;
}

/** The first key that is taken and not read; none where a whole key of the store may hold it. */
export function unfetchedOf(
  taken: readonly TakenKey[],
  spec: Reader,
  data: readonly Reader[],
): Field<string> | undefined {
  const unfetched = taken.find(({ key }) => !data.some((item) => item.raw('secretKey') === key));
  if (unfetched === undefined || spec.has('dataFrom')) return undefined;
  return spec.field(unfetched.key, ['target', 'template', ...unfetched.path]);
}
