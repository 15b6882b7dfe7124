import { kindModules } from './generated/kinds.js';
import type { KindModule, Validator } from './validator.js';

/** The name and version by which an object says what it is. */
export interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
}

const moduleOfKind = new Map<string, KindModule>();
for (const module of kindModules) {
  for (const kind of Object.values(module.kinds)) moduleOfKind.set(kind, module);
}
const validators = new Map<string, Validator>();

/** True when the project knows what a valid object of this type looks like. */
export function hasSchema(apiVersion: string, kind: string): boolean {
  return moduleOfKind.has(`${apiVersion}/${kind}`);
}

/**
 * Loads the schemas of all types in `objects`, so that `validateManifest` can check them; types without a schema are
 * passed over. Costs a few milliseconds for the first object of a module, then next to nothing.
 */
export async function loadSchemas(objects: Iterable<ObjectType>): Promise<void> {
  const missing = new Set<KindModule>();
  for (const { apiVersion, kind } of objects) {
    const key = `${apiVersion}/${kind}`;
    const module = moduleOfKind.get(key);
    if (module !== undefined && !validators.has(key)) missing.add(module);
  }
  if (missing.size > 0) await Promise.all([...missing].map(load));
}

async function load(module: KindModule): Promise<void> {
  const loaded = await module.load();
  for (const [name, kind] of Object.entries(module.kinds)) {
    const validator = loaded[name];
    if (validator !== undefined) validators.set(kind, validator);
  }
}

/** The validator of a type, or undefined where there is none; throws when it has not been loaded. */
export function validatorOf({ apiVersion, kind }: ObjectType): Validator | undefined {
  const key = `${apiVersion}/${kind}`;
  const validator = validators.get(key);
  if (validator === undefined && moduleOfKind.has(key)) throw new Error(`schema of ${key} is not loaded`);
  return validator;
}
