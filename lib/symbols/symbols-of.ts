import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { emptySymbols, type ClusterSymbols, type OpenSymbols } from './cluster-symbols.js';
import { readDocuments, type ReadDocument } from './documents.js';
import type { TextTally } from './no-manifest.js';
import { placeNamespaceless } from './default-namespace.js';
import { readObject } from './read-object.js';
import type { Locate } from './field.js';
import { Reader, type Plain } from './reader.js';
import { KnownObjects } from './known-objects.js';
import { objectSymbol, type ObjectSymbol } from './object.js';

/** A file's text, with the name that diagnostics give it. */
export interface ManifestText {
  readonly file: string;
  readonly text: string;
}

/** Collects one cluster's symbols from any number of manifests; each can be dropped once it was added. */
export class SymbolCollector {
  private readonly symbols: OpenSymbols;
  private readonly known = new KnownObjects();

  /** @param name of the cluster: its key in the fleet, or the name its folder was given */
  constructor(name: string) {
    this.symbols = emptySymbols(name);
  }

  /** Adds one object of our own output; `file` is where it will be written. */
  addObject(object: Plain, file?: string): void {
    this.note(new Reader(object), file);
  }

  /**
   * Adds an object of our own making unless the manifests hold one of its identity; `locate` tells where what it was
   * made from stands in the file.
   */
  addMissing(object: Plain, file?: string, locate?: Locate): void {
    const symbol = objectSymbol(this.symbols.name, new Reader(object), file);
    if (this.known.find(symbol) === undefined) this.note(new Reader(object, [], locate), file);
  }

  /**
   * Adds every object of a text, and shows each to `also`. Reports what `readDocuments` reports, with the cluster's
   * name; answers what it answers.
   */
  addText(
    { file, text }: ManifestText,
    report: (diagnostic: Diagnostic) => void,
    also?: (document: ReadDocument, file: string) => void,
  ): TextTally {
    const tally = readDocuments(
      text,
      file,
      (document) => {
        this.addDocument(document, file);
        also?.(document, file);
      },
      (diagnostic) => {
        report({ ...diagnostic, cluster: this.symbols.name });
      },
      true,
    );
    this.symbols.characters += text.length;
    return tally;
  }

  /** The symbols of all that was added; objects without a namespace stand where the rest of the extension does. */
  finish(): ClusterSymbols {
    placeNamespaceless(this.symbols);
    return this.symbols;
  }

  private addDocument({ object, locate, prefix, directives, characters }: ReadDocument, file: string): void {
    const reader = new Reader(object, [], locate, prefix);
    const symbol = this.note(reader, file);
    if (characters > largeDocument && prefix.length === 0)
      this.symbols.large.push({ object: symbol, characters });
    for (const { text, line } of directives) this.symbols.directives.push({ text, line, object: symbol });
  }

  private note(reader: Reader, file: string | undefined): ObjectSymbol {
    this.symbols.objectCount++;
    const symbol = readObject(this.symbols, reader, file);
    const annotated = symbol.annotations['linkspan.io/suppress'];
    if (annotated !== undefined)
      this.symbols.directives.push({ text: `suppress ${annotated}`, line: symbol.line, object: symbol });
    const first = this.known.note(symbol);
    if (first !== undefined && symbol.name !== '') this.symbols.duplicates.push({ first, second: symbol });
    return symbol;
  }
}

/** Where a client-side apply ends: it keeps the whole object in an annotation, and annotations end at 262,144 bytes. */
const largeDocument = 262_144;

/**
 * What one cluster's manifests define and refer to, from plain objects.
 *
 * The result holds no object: a cluster can be dropped once its symbols are taken.
 */
export function symbolsOf(
  name: string,
  manifests: readonly { readonly object: Plain; readonly file?: string }[],
): ClusterSymbols {
  const collector = new SymbolCollector(name);
  for (const { object, file } of manifests) collector.addObject(object, file);
  return collector.finish();
}

/**
 * What one cluster's manifests define and refer to, from texts of YAML or JSON.
 *
 * Several documents, `List` kinds and any line ends are fine; kinds that no rule asks about are counted.
 * Reports YAML_SYNTAX, YAML_DUPLICATE_KEY, FILE_TEMPLATE, FILE_TOO_LARGE, FILE_NOT_TEXT.
 */
export function symbolsOfTexts(
  name: string,
  texts: Iterable<ManifestText>,
): { readonly symbols: ClusterSymbols; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const collector = new SymbolCollector(name);
  for (const text of texts) collector.addText(text, (diagnostic) => diagnostics.push(diagnostic));
  return { symbols: collector.finish(), diagnostics };
}
