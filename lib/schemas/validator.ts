/** One error of a validator that `scripts/compile-schemas.js` made; as ajv has it, without a message. */
export interface SchemaError {
  /** JSON pointer of the value, such as `/spec/ports/0`. */
  readonly instancePath: string;
  readonly keyword: string;
  /** What the keyword asks for; for `additionalProperties` also `known`: the set of fields there are. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** A compiled schema: true when the value is valid; else all errors stand in `errors` until the next call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Validators by name, and what they ask about objects. */
export type LoadedValidators = Readonly<Record<string, unknown>> & {
  /** `areShared` tells what never changes, so that what was sound is not looked at again. */
  readonly parts?: { areShared: (value: object) => boolean };
};

/** A module of validators, loaded when one of its kinds is first met. */
export interface KindModule {
  readonly load: () => Promise<LoadedValidators>;
  /** Name of each validator in the module, such as `kind3`, with its kind: `apps/v1/Deployment`. Beside it is `rest3`. */
  readonly kinds: Readonly<Record<string, string>>;
}
