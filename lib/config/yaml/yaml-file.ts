import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';

/** A text of one document as read, with the place and the spelling of each field. */
export interface YamlFile {
  readonly data: unknown;
  /** True when every whole number is written in plain digits. */
  readonly hasPlainNumbers: boolean;
  /** What its reader quietly takes for something else than is written, by the outermost key above it. */
  readonly converted?: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Place of the key (default) or value at `path`, or of the nearest field above it. */
  placeOf(path: FieldPath, part?: 'key' | 'value'): ReturnType<PlaceOf>;
  /** The scalar at `path` as it is written, quotes included; undefined where no scalar stands. */
  spellingOf(path: FieldPath): string | undefined;
}

/** A file that was read, unless it could not be, and what was found on the way. */
export interface YamlResult {
  readonly file?: YamlFile;
  readonly diagnostics: readonly Diagnostic[];
}
