import { isSharedPart } from '../manifests/shared-part.js';
import { kindModules } from './generated/kinds.js';
import type { KindModule, Validator } from './validator.js';

/** The name and version by which an object says what it is. */
export interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A type that has a schema; the validators are there once its module has been loaded. */
interface KnownType {
  readonly module: KindModule;
  validators?: TypeValidators;
}

/** What looks through the objects of a type, and what is known of them. */
export interface TypeValidators {
  readonly whole: Validator;
  /** Takes anything for the parts of an object: all fields but `apiVersion`, `kind` and `metadata`. */
  readonly rest: Validator;
  /** Shared parts without a problem, each with the name of its field. */
  readonly sound: WeakMap<object, string>;
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
    if (type !== undefined && type.validators === undefined) (missing ??= new Set()).add(type.module);
  }
  return missing === undefined ? undefined : Promise.all([...missing].map(load));
}

async function load(module: KindModule): Promise<void> {
  const loaded = await module.load();
  if (loaded.parts !== undefined) loaded.parts.areShared = isSharedPart;
  for (const [name, type] of Object.entries(module.kinds)) {
    const [apiVersion, kind] = partsOf(type);
    const known = types.get(apiVersion)?.get(kind);
    const whole = loaded[name] as Validator | undefined;
    const rest = loaded[name.replace('kind', 'rest')] as Validator | undefined;
    if (known !== undefined && whole !== undefined && rest !== undefined)
      known.validators ??= { whole, rest, sound: new WeakMap() };
  }
}

/** The validators of a type, or undefined where there are none; throws when they have not been loaded. */
export function validatorsOf({ apiVersion, kind }: ObjectType): TypeValidators | undefined {
  const type = types.get(apiVersion)?.get(kind);
  if (type !== undefined && type.validators === undefined)
    throw new Error(`schema of ${apiVersion}/${kind} is not loaded`);
  return type?.validators;
}
