import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What a text holds, of whatever could be read. */
export interface TextTally {
  /** Objects, and Lists be they empty or not. */
  readonly manifests: number;
  /** Documents that are something else, and of which nothing was reported. */
  readonly others: number;
}

/** Counts what was found at a path that somebody named, to tell of one that holds no manifest at all. */
export class NamedPath {
  #texts = 0;
  #manifests = 0;
  #others = 0;
  #reported = 0;
  #isFile = false;

  constructor(private readonly path: string) {}

  /** Takes note of what a diagnostic said already. */
  noteReport(): void {
    this.#reported++;
  }

  /** Takes note of a text at the path or below. */
  noteText(file: string, { manifests, others }: TextTally): void {
    this.#texts++;
    this.#manifests += manifests;
    this.#others += others;
    // the files of a Git revision have its name before theirs
    this.#isFile ||= this.path === '-' || file === this.path || file.endsWith(`:${this.path}`);
  }

  /** True when any text was read. */
  get hasText(): boolean {
    return this.#texts > 0;
  }

  /** That the path holds no manifest: an error for a file that holds something else. Reports FILE_NO_MANIFEST. */
  finding(): Diagnostic | undefined {
    if (this.#manifests + this.#reported > 0) return undefined;
    const isOther = this.#isFile && this.#others > 0;
    const shown = this.path === '-' ? 'standard input' : `\`${this.path}\``;
    return {
      code: 'FILE_NO_MANIFEST',
      severity: isOther ? 'error' : 'warning',
      message: isOther
        ? `${shown} holds no manifest: nothing in it has \`apiVersion\` and \`kind\``
        : `${shown} holds no manifest`,
      fix: 'give rendered manifests, as `kubectl get --output yaml` or `helm template` prints them',
      file: this.path === '-' ? '<stdin>' : this.path,
    };
  }
}
