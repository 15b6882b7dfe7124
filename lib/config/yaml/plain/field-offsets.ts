/** Where a field stands in its text: its key, or the item of a list, and its value. */
export interface FieldOffset {
  readonly key: number;
  readonly value: number;
  readonly end: number;
}

/** Offsets of the fields of each mapping and list of one text, for whoever asks where something stands. */
export class FieldOffsets {
  /** Where the outermost mapping begins. */
  start = 0;
  readonly #byContainer = new Map<object, Map<string, FieldOffset>>();

  set(container: object, step: string | number, offset: FieldOffset): void {
    let fields = this.#byContainer.get(container);
    if (fields === undefined) this.#byContainer.set(container, (fields = new Map<string, FieldOffset>()));
    fields.set(String(step), offset);
  }

  get(container: object, step: string | number): FieldOffset | undefined {
    return this.#byContainer.get(container)?.get(String(step));
  }
}
