import type { FieldPath, PlaceOf, ValuesLayer } from './loaded-config.js';
import type { YamlFile } from './yaml/yaml-file.js';

/** The chart's values of one file, and how each is written. */
export class ValuesFileLayer implements ValuesLayer {
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly #yaml: YamlFile;
  /** Key that the values stand under, if the file has it. */
  readonly #wrapper: string | undefined;
  readonly #isWrapped: boolean;

  /** `wrapper` is the key that values are looked for under, in a file of an umbrella chart; `has` says that it is there. */
  constructor(
    file: string,
    values: Readonly<Record<string, unknown>>,
    yaml: YamlFile,
    wrapper?: { readonly key: string; readonly has: boolean },
  ) {
    this.file = file;
    this.values = values;
    this.#yaml = yaml;
    this.#wrapper = wrapper?.has === true ? wrapper.key : undefined;
    this.#isWrapped = wrapper !== undefined;
  }

  /** True when every whole number is written in plain digits. */
  get hasPlainNumbers(): boolean {
    return this.#yaml.hasPlainNumbers;
  }

  placeOf(path: FieldPath, part?: Parameters<PlaceOf>[1]): ReturnType<PlaceOf> {
    return this.#yaml.placeOf(this.#inFile(path) ?? [], part);
  }

  /** The scalar at a path as it is written, quotes included. */
  spellingOf(path: FieldPath): string | undefined {
    const whole = this.#inFile(path);
    return whole === undefined ? undefined : this.#yaml.spellingOf(whole);
  }

  #inFile(path: FieldPath): FieldPath | undefined {
    if (!this.#isWrapped) return path;
    return this.#wrapper === undefined ? undefined : [this.#wrapper, ...path];
  }
}
