/** What the documentation of a code tells: see `docs/diagnostics.md`, generated from these. */
export interface CodeEntry {
  /** The mistake in a few words: `a key that nothing reads`. */
  readonly title: string;
  /** Why it is refused or reported, in one or two sentences. */
  readonly why: string;
}

/** Codes of one part of the product, each documented once. */
export type CodeCatalogue = Readonly<Record<string, CodeEntry>>;
