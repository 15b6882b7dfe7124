import { isCollection, isMap, isScalar, isSeq, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { unprintable } from './unprintable.js';

/**
 * What go-yaml refuses, or reads differently, although `yaml` lets it pass: undefined when there is nothing of the kind.
 *
 * `end` is where the next document begins. Both know YAML; go-yaml knows 1.1 as libyaml does, which is stricter about tabs, keys of several lines, and colons in flow collections.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/scannerc.go
 */
export function strictness(
  document: Document,
  text: string,
  end: number,
): { readonly what: string; readonly offset: number } | undefined {
  const directive =
    /^(?:[ \t]*(?:#.*)?\n|%TAG .*\n|%YAML +1\.1 *(?:#.*)?\n)*%(?!TAG |YAML +1\.1 *(?:#|\n))/.exec(text);
  if (directive !== null)
    return {
      what: 'Helm fails: it knows the directives %YAML 1.1 and %TAG',
      offset: directive[0].length - 1,
    };
  const control = unprintable.exec(text.slice(0, end));
  if (control !== null) return { what: 'Helm fails: control characters', offset: control.index };
  const mark = text.search(/^\ufeff/m);
  if (mark >= 0 && mark < end)
    return { what: 'Helm reads a byte order mark at the beginning of a line as a part of it', offset: mark };
  const found = new Inspection(text);
  found.inspect(document.contents, false);
  if (found.problem !== undefined) return found.problem;
  if (
    /^(?:[ \t]*(?:#.*)?\n)*\.\.\.(?:\s|$)/.test(text) ||
    (document.contents === null && /^\.\.\./m.test(text))
  )
    return { what: 'Helm fails: a document ends that never began', offset: 0 };
  for (const match of text.slice(0, end).matchAll(/[\u2028\u2029]/g)) {
    if (!found.isInScalar(match.index))
      return { what: 'Helm ends a line at U+2028 and U+2029', offset: match.index };
  }
  for (const match of text.slice(0, end).matchAll(/^ *(?:- *)*\t/gm)) {
    if (!found.isInside(match.index))
      return { what: 'Helm fails: a tab stands where YAML wants blanks', offset: match.index };
  }
  return undefined;
}

/** One walk over a document, which remembers where tabs are harmless. */
class Inspection {
  problem: { readonly what: string; readonly offset: number } | undefined;
  private readonly harmless: (readonly [number, number])[] = [];
  private readonly scalars: (readonly [number, number])[] = [];

  constructor(private readonly text: string) {}

  isInside(offset: number): boolean {
    return this.harmless.some(([start, end]) => offset > start && offset < end);
  }

  /** True within a scalar, whose line separators were looked at. */
  isInScalar(offset: number): boolean {
    return this.scalars.some(([start, end]) => offset >= start && offset < end);
  }

  inspect(node: Node | null, inFlow: boolean): void {
    if (node === null) return;
    const isFlow = inFlow || (isCollection(node) && node.flow === true);
    const range = node.range;
    if (range && ((isCollection(node) && isFlow) || (isScalar(node) && node.type !== 'PLAIN')))
      this.harmless.push([range[0], range[1]]);
    if (isScalar(node) && isFlow) this.flowScalar(node);
    if (isScalar(node)) this.block(node);
    if (isScalar(node) && range) this.scalars.push([range[0], range[1]]);
    if (isScalar(node)) this.checkSeparators(node.range?.[0] ?? 0, node.range?.[1] ?? 0, node.type);
    if (isMap(node)) for (const pair of node.items as Pair<Node, Node | null>[]) this.pair(pair, isFlow);
    if (isSeq(node)) for (const item of node.items as Node[]) this.inspect(item, isFlow);
  }

  /** The first line of a block tells its depth, unless the header does. */
  private block({ srcToken, range }: Scalar): void {
    if (srcToken?.type !== 'block-scalar' || !/^(?: *\n)* *\t/.test(srcToken.source)) return;
    const start = range?.[0] ?? 0;
    if (/^[|>][+-]?[1-9]/.test(this.text.slice(start, start + 3))) return;
    this.report('Helm fails: a block of lines begins with a tab', start);
  }

  private pair({ key, value, srcToken }: Pair<Node, Node | null>, inFlow: boolean): void {
    const [start, end] = key.range ?? [0, 0];
    const mark = srcToken?.start.find((token) => token.type === 'explicit-key-ind');
    const colon = srcToken?.sep?.find((token) => token.type === 'map-value-ind');
    if (mark === undefined && this.text.slice(start, end).includes('\n'))
      this.report('Helm fails: a key of several lines', start);
    if (mark === undefined && this.text.slice(end, colon?.offset ?? end).includes('\n'))
      this.report('Helm fails: `:` does not stand on the line of its key', start);
    if (mark !== undefined && colon === undefined)
      this.report('Helm reads a `?` without `:` in another way', start);
    // behind a question mark it can be read, but not be written again by the templates
    if (end - start > 1000)
      this.report(
        mark === undefined
          ? 'Helm fails: a key of more than 1,024 characters'
          : 'Helm loses a table with a key of more than 1,024 characters',
        start,
      );
    // between braces both may stand anywhere
    if (
      !inFlow &&
      mark !== undefined &&
      colon !== undefined &&
      this.column(mark.offset) !== this.column(colon.offset)
    ) {
      this.report('Helm fails: `:` does not stand below its `?`', colon.offset);
    }
    if (inFlow && isScalar(key) && key.type === 'PLAIN' && /^:[,[\]{}]/.test(this.text.slice(end, end + 2))) {
      this.report('Helm reads the colon as a part of the key, as no blank follows it', end);
    }
    this.inspect(key, inFlow);
    this.inspect(value, inFlow);
  }

  /** Inside a flow collection a question mark ends a plain scalar, and a comma belongs to a tag. */
  private flowScalar({ type, source = '', tag, range }: Scalar): void {
    if (type !== 'PLAIN') return;
    if (source.startsWith(':'))
      this.report('Helm fails: `:` begins no plain scalar within a flow collection', range?.[0] ?? 0);
    if (source.includes('?')) this.report('Helm fails: `?` within a flow collection', range?.[0] ?? 0);
    if (tag !== undefined && source === '')
      this.report('Helm reads what follows the tag as a part of it', range?.[0] ?? 0);
  }

  /** U+2028 and U+2029 end a line in YAML 1.1; between quotes, and not beside blanks, they stay what they are. */
  private checkSeparators(start: number, end: number, type: string | null | undefined): void {
    const source = this.text.slice(start, end);
    if (!/[\u2028\u2029]/.test(source)) return;
    if (
      type?.startsWith('QUOTE') === true &&
      !/[ \t\n][\u2028\u2029]|[\u2028\u2029][ \t\n\u2028\u2029]/.test(source)
    )
      return;
    this.report('Helm ends a line at U+2028 and U+2029', start);
  }

  private column(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1);
  }

  private report(what: string, offset: number): void {
    this.problem ??= { what, offset };
  }
}
