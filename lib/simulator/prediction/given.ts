import type { Place } from '../../diagnostics/diagnostic.js';
import type { Locate, Position, Step } from '../../symbols/field.js';
import type { Plain } from '../../symbols/reader.js';

/** A manifest as a plain object, with where it came from, if anybody knows. */
export interface GivenManifest {
  readonly object: Plain;
  readonly file?: string;
  /** Tells where the value at a path stands in `file`. */
  readonly locate?: Locate;
}

/** One cluster: what is known to be in it. Kinds that play no part are passed over. */
export interface GivenCluster {
  /** What the user calls it; Links find it by this name, or by an alias. */
  readonly name: string;
  readonly manifests: readonly GivenManifest[];
}

/** Where a field of a manifest stands, as far as is known. */
export function placeOf(given: GivenManifest | undefined, ...path: readonly Step[]): Place | undefined {
  return placeAt(given?.file, given?.locate?.(path));
}

/** A place in a manifest's file, as far as is known: line 0 is none. */
export function placeAt(file: string | undefined, position?: Position): Place | undefined {
  if (file === undefined) return undefined;
  const { line = 0, column = 0 } = position ?? {};
  return line === 0 ? { file } : { file, line, column };
}
