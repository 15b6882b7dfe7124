import type { SharedText } from './file-text.js';
import { inOnePiece } from './one-piece.js';
import { scalarText } from './scalar.js';

/**
 * Where a map or list begins: what to write before its first entry and before each further one.
 *
 * A manifest has a few dozen positions and a few hundred keys, so the text before a value (line break, indentation,
 * dash, key, colon) is put together once and kept.
 */
export class YamlPosition {
  /** Document's beginning: nothing before the first entry. */
  static readonly root = new YamlPosition('', '\n', 0);

  readonly firstDash: string;
  readonly nextDash: string;
  /** Blanks before the lines of a literal block that is a value here. */
  readonly pad: string;
  /** What shared parts read at this position: see `sharedPart`. */
  readonly sharedTexts = new WeakMap<object, SharedText>();
  readonly #firstKeys = new Map<string, string>();
  readonly #nextKeys = new Map<string, string>();
  #field: YamlPosition | undefined;
  #firstItem: YamlPosition | undefined;
  #nextItem: YamlPosition | undefined;

  private constructor(
    private readonly first: string,
    private readonly next: string,
    private readonly depth: number,
  ) {
    this.firstDash = `${first}- `;
    this.nextDash = `${next}- `;
    this.pad = '  '.repeat(depth + 1);
  }

  /** Position of a map or list that is the value of a field here: a line below, one level in. */
  get field(): YamlPosition {
    return (this.#field ??= new YamlPosition(this.indented, this.indented, this.depth + 1));
  }

  /** Position of a map or list that is the first item here: on the line of its dash. */
  get firstItem(): YamlPosition {
    return (this.#firstItem ??= new YamlPosition(this.firstDash, this.indented, this.depth + 1));
  }

  /** Position of a map or list that is a later item here. */
  get nextItem(): YamlPosition {
    return (this.#nextItem ??= new YamlPosition(this.nextDash, this.indented, this.depth + 1));
  }

  /** Everything up to and with the colon of a key. */
  key(key: string, isFirst: boolean): string {
    const known = isFirst ? this.#firstKeys : this.#nextKeys;
    return (
      known.get(key) ?? this.#keep(known, key, (isFirst ? this.first : this.next) + keyText(key, this.next))
    );
  }

  #keep(known: Map<string, string>, key: string, text: string): string {
    if (known.size < mostKeysKept && key.length <= longestKeyKept) known.set(key, inOnePiece(text));
    return text;
  }

  private get indented(): string {
    return `\n${this.pad}`;
  }
}
const mostKeysKept = 500;
const longestKeyKept = 100;

/** YAML readers look for the colon of a key only so far: 1,024 bytes in Go's. */
const longestImplicitKey = 300;

function keyText(key: string, next: string): string {
  const text = scalarText(key);
  return text.length > longestImplicitKey ? `? ${text}${next}:` : `${text}:`;
}
