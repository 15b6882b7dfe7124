import { kindModules } from './generated/kinds.js';
import type { KindModule, Validator } from './validator.js';

/** The name and version by which an object says what it is. */
export interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A type that has a schema; the validator is there once its module has been loaded. */
interface KnownType {
  readonly module: KindModule;
  validator?: Validator;
}

/** By API version, then kind: no key is put together for each of the objects, which are many. */
const types = new Map<string, Map<string, KnownType>>();
for (const module of kindModules) {
  for (const type of Object.values(module.kinds)) {
    const [apiVersion, kind] = partsOf(type);
    const ofVersion = types.get(apiVersion) ?? new Map<string, KnownType>();
    types.set(apiVersion, ofVersion.set(kind, { module }));
  }
}

/** API version and kind of `apps/v1/Deployment`. */
function partsOf(type: string): readonly [string, string] {
  const end = type.lastIndexOf('/');
  return [type.slice(0, end), type.slice(end + 1)];
}

/** True when the project knows what a valid object of this type looks like. */
export function hasSchema(apiVersion: string, kind: string): boolean {
  return types.get(apiVersion)?.has(kind) === true;
}

/**
 * Loads the schemas of all types in `objects`, so that `validateManifest` can check them; types without a schema are
 * passed over. Costs a few milliseconds for the first object of a module, then next to nothing: there is no promise
 * when nothing is left to load.
 */
export function loadSchemas(objects: Iterable<ObjectType>): Promise<unknown> | undefined {
  let missing: Set<KindModule> | undefined;
  for (const { apiVersion, kind } of objects) {
    const type = types.get(apiVersion)?.get(kind);
    if (type !== undefined && type.validator === undefined) (missing ??= new Set()).add(type.module);
  }
  return missing === undefined ? undefined : Promise.all([...missing].map(load));
}

async function load(module: KindModule): Promise<void> {
  const loaded = await module.load();
  for (const [name, type] of Object.entries(module.kinds)) {
    const [apiVersion, kind] = partsOf(type);
    const known = types.get(apiVersion)?.get(kind);
    const validator = loaded[name];
    if (known !== undefined && validator !== undefined) known.validator = validator;
  }
}

/** The validator of a type, or undefined where there is none; throws when it has not been loaded. */
export function validatorOf({ apiVersion, kind }: ObjectType): Validator | undefined {
  const type = types.get(apiVersion)?.get(kind);
  if (type !== undefined && type.validator === undefined)
    throw new Error(`schema of ${apiVersion}/${kind} is not loaded`);
  return type?.validator;
}
