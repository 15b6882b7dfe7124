import { goText } from './go-text.js';
import { oddScalar } from './odd-scalar.js';
import { plainScalar } from './plain-scalar.js';
import { quotedScalar } from './quoted-scalar.js';
import { Refusal } from './refusal.js';
import { toYaml } from './to-yaml.js';
import { isTrue } from './truth.js';
import { isList, isMap, type HelmMap, type HelmValue } from './value.js';

/** Takes a value that Helm fails on, or that cannot be placed with certainty: its path, and what Helm does with it. */
export type Refuse = (path: string, what: string) => void;

/**
 * Text that is one plain scalar for sure, on one line: no indicator first, no `: `, no ` #`, no blank at an end,
 * nothing but printable ASCII, no `<` (as Helm cuts out `<no value>`).
 */
const PLAIN = /^(?:[\w./~+$^;()=\\]|-(?=[!-~]))(?:[!-9;=-~]|:(?=[!-~])| (?=[ !"$-~]))*$/;

/** Text between double quotes that means itself. */
const QUOTABLE = /^[ !#-;=-[\]-~]*$/;

const EMPTY: HelmMap = Object.freeze({});

/**
 * The ways a value goes into a template, and what the API server reads there.
 *
 * A template writes text, which is read as YAML 1.1 again; the place decides what becomes of a value:
 * raw it is retyped (`"8080"` becomes a number, `"yes"` a boolean), inside a longer word or in quotes it stays text,
 * below `toYaml` types are kept. Whatever Helm fails on is refused and placed as null.
 *
 * Paths are those of the values file; `prefix` stands before each, for entries of a list.
 */
export class Placing {
  constructor(
    private readonly refuse: Refuse,
    private readonly prefix = '',
    private readonly seen = { nulls: false },
  ) {}

  /** The same, for paths below `prefix`: `controllers[0].`. */
  below(prefix: string): Placing {
    return new Placing(this.refuse, prefix, this.seen);
  }

  /** Whether any value placed so far may hold a null. */
  get hasNulls(): boolean {
    return this.seen.nulls;
  }

  /** A key whose value a template leaves empty. */
  nothing(): null {
    this.seen.nulls = true;
    return null;
  }

  /** `key: {{ x }}`: typed by the second reading; null for what is absent, null or empty. */
  raw(value: HelmValue | undefined, path: string): HelmValue {
    switch (typeof value) {
      case 'string':
        return this.word(value, path);
      case 'number':
        return value === 0 ? 0 : value;
      case 'boolean':
        return value;
      default:
        return value === null || value === undefined ? this.nothing() : this.word(goText(value), path);
    }
  }

  /** `- {{ x }}`: like `raw`, as an item of a list. */
  rawItem(value: HelmValue | undefined, path: string): HelmValue {
    switch (typeof value) {
      case 'string':
        return this.item(value, path);
      case 'number':
        return value === 0 ? 0 : value;
      case 'boolean':
        return value;
      default:
        return value === null || value === undefined ? this.nothing() : this.item(goText(value), path);
    }
  }

  /** `key: a{{ x }}b`: a word that a template composed of text and values, typed by the second reading. */
  word(text: string, path: string): HelmValue {
    if (PLAIN.test(text)) {
      const value = plainScalar(text);
      if (value !== null && (typeof value !== 'number' || Number.isFinite(value))) return value;
    }
    return this.certain(oddScalar(text, 'value'), path);
  }

  /** `- a{{ x }}b`: like `word`, as an item of a list, where `a: b` makes a table. */
  item(text: string, path: string): HelmValue {
    if (PLAIN.test(text)) {
      const value = plainScalar(text);
      if (value !== null && (typeof value !== 'number' || Number.isFinite(value))) return value;
    }
    return this.certain(oddScalar(text, 'item'), path);
  }

  /** `"a{{ x }}b"`: text, in which `\` and `"` are YAML's escapes. */
  quoted(text: string, path: string): HelmValue {
    return QUOTABLE.test(text) ? text : this.certain(quotedScalar(text), path);
  }

  /** `toYaml`: the value with its types. `trimmed` where the template trims the text, which eats line breaks at its end. */
  yaml(value: HelmValue, path: string, trimmed = false): HelmValue {
    if (holdsNull(value)) this.seen.nulls = true;
    const placed = toYaml(value, trimmed);
    return placed === value ? value : this.certain(placed, path);
  }

  /** A block of keys below keys that the template wrote: labels, annotations. Undefined when there is nothing to add. */
  keys(value: HelmValue | undefined, path: string): Readonly<Record<string, HelmValue>> | undefined {
    if (value === undefined || value === null || !isTrue(value)) return undefined;
    if (!isMap(value)) {
      if (toYaml(value, true) === null) return undefined;
      this.refuse(
        this.prefix + path,
        'Helm writes it where keys and values must stand, and fails to read the result',
      );
      return undefined;
    }
    const placed = this.yaml(value, path, true);
    return placed === null ? undefined : (placed as Readonly<Record<string, HelmValue>>);
  }

  /**
   * `.x.y`: the table whose fields a template reads. Anything else makes Helm fail ("nil pointer evaluating interface {}"),
   * so it is refused, and read as empty.
   */
  table(value: HelmValue | undefined, path: string): HelmMap {
    if (isMap(value)) return value;
    this.refuse(
      this.prefix + path,
      value === null || value === undefined
        ? 'Helm fails with "nil pointer": the chart reads fields of it'
        : 'Helm fails: the chart reads fields of it, and only a table has fields',
    );
    return EMPTY;
  }

  /** Refuses what a template itself fails on. */
  fail(path: string, what: string): void {
    this.refuse(this.prefix + path, what);
  }

  private certain(result: HelmValue | Refusal, path: string): HelmValue {
    this.seen.nulls = true;
    if (!(result instanceof Refusal)) return result;
    this.refuse(this.prefix + path, result.what);
    return null;
  }
}

function holdsNull(value: HelmValue | undefined): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  if (isList(value)) return value.some(holdsNull);
  for (const key in value) if (holdsNull(value[key])) return true;
  return false;
}
