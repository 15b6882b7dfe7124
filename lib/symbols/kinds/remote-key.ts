import type { Field } from '../field.js';
import type { Encoding } from './encoding.js';

/** A key of a secret store that a Secret is made from, or pushed to. */
export interface RemoteKey {
  readonly secretKey?: string;
  readonly key?: Field<string>;
  readonly property?: Field<string>;
  readonly decoding?: Field<string>;
  /** What is done to a value before it is pushed; absent where it is pushed as it is. */
  readonly encoding?: Encoding;
}
