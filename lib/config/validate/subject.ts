import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import type { JsonSchema } from './json-schema.js';
import type { KeyHint } from './unknown-key.js';

/** What a value is validated against, and how to tell where it stands. */
export interface Subject {
  readonly schema: JsonSchema;
  readonly placeOf: PlaceOf;
  /** The scalar at a path as written; undefined where the input is no text. */
  readonly spellingOf: (path: FieldPath) => string | undefined;
  /** True when every whole number is known to be written in plain digits. */
  readonly hasPlainNumbers?: boolean;
  /** What is known of a key that the schema does not know: a foreign spelling, a value of another file. */
  readonly hint?: KeyHint;
  /** Takes null anywhere, as Helm does to delete a default. */
  readonly takesNull?: boolean;
  /** Takes text in place of the number that it reads as, which Helm's templates write without its quotes. */
  readonly takesNumbersAsText?: boolean;
}

/** What validation found. */
export interface Validation {
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of values that are not of the type that the rest of the code takes them for. */
  readonly unsound: readonly FieldPath[];
}
