import type { FieldPath, PlaceOf, ValuesLayer } from './loaded-config.js';
import type { YamlFile } from './yaml/yaml-file.js';

/** What a values file holds. */
interface Content {
  readonly values: Readonly<Record<string, unknown>>;
  readonly yaml: Pick<YamlFile, 'hasPlainNumbers' | 'placeOf' | 'spellingOf'>;
}

/** The chart's values of one file, and how each is written. */
export class ValuesFileLayer implements ValuesLayer {
  readonly file: string;
  /** Key that the values stand under, if the file has it. */
  readonly #wrapper: string | undefined;
  readonly #isWrapped: boolean;
  #content: Content | undefined;
  #readAgain: (() => ValuesFileLayer | undefined) | undefined;

  /** `wrapper` is the key that values are looked for under, in a file of an umbrella chart; `has` says that it is there. */
  constructor(
    file: string,
    values: Readonly<Record<string, unknown>>,
    yaml: YamlFile,
    wrapper?: { readonly key: string; readonly has: boolean },
  ) {
    this.file = file;
    this.#content = { values, yaml };
    this.#wrapper = wrapper?.has === true ? wrapper.key : undefined;
    this.#isWrapped = wrapper !== undefined;
  }

  get values(): Readonly<Record<string, unknown>> {
    return this.#held.values;
  }

  /** True when every whole number is written in plain digits. */
  get hasPlainNumbers(): boolean {
    return this.#held.yaml.hasPlainNumbers;
  }

  placeOf(path: FieldPath, part?: Parameters<PlaceOf>[1]): ReturnType<PlaceOf> {
    return this.#held.yaml.placeOf(this.#inFile(path) ?? [], part);
  }

  /** The scalar at a path as it is written, quotes included. */
  spellingOf(path: FieldPath): string | undefined {
    const whole = this.#inFile(path);
    return whole === undefined ? undefined : this.#held.yaml.spellingOf(whole);
  }

  /** Says how to read the file again, so that its content can be forgotten. */
  readAgainBy(read: () => ValuesFileLayer | undefined): void {
    this.#readAgain = read;
  }

  forget(): void {
    if (this.#readAgain !== undefined) this.#content = undefined;
  }

  get #held(): Content {
    if (this.#content === undefined) {
      const again = this.#readAgain?.();
      this.#content = again === undefined ? lost(this.file) : again.#held;
    }
    return this.#content;
  }

  #inFile(path: FieldPath): FieldPath | undefined {
    if (!this.#isWrapped) return path;
    return this.#wrapper === undefined ? undefined : [this.#wrapper, ...path];
  }
}

/** Of a file that was there when the run began. */
function lost(file: string): Content {
  return {
    values: {},
    yaml: { hasPlainNumbers: true, placeOf: () => ({ file }), spellingOf: () => undefined },
  };
}
