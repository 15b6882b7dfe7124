/** What comes back in a value's place when Helm fails on it, or when what Helm makes of it cannot be told for certain. */
export class Refusal {
  /**
   * @param what What Helm does with the value: the second half of a sentence that begins with the value's path. Never a part of the value.
   * @param offset Where in the text, of what a file holds.
   */
  constructor(
    readonly what: string,
    readonly offset?: number,
  ) {}
}
