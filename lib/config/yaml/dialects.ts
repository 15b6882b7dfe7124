import type { Document, DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { AS_WRITTEN } from '../../helm/odd-scalar.js';
import { YamlReader } from '../../helm/yaml-node.js';
import { convertedScalars } from './converted-scalars.js';
import type { Positions } from './positions.js';
import type { PlainDialect } from './plain/plain-dialect.js';
import { plain12, plainHelm } from './plain/plain-scalar.js';

/** By whose rules a text is read. */
export interface YamlDialect {
  readonly options: ParseOptions & DocumentOptions & SchemaOptions;
  readonly ignoresTags: boolean;
  /** How words of plain text are read, which most files are and which takes no time; without it no text is plain. */
  readonly plain?: PlainDialect;
  /** Plain data by rules of another reader, where they are not those of the parser. */
  readonly read?: (document: Document) => unknown;
  /** What this reader quietly takes for something else than is written, by the outermost key above it. */
  readonly converted?: (
    document: Document,
    positions: Positions,
  ) => ReadonlyMap<string, readonly Diagnostic[]>;
}

/** YAML 1.2 with merge keys: the fleet file. */
export const yaml12: YamlDialect = {
  plain: plain12,
  options: {
    version: '1.2',
    merge: false,
    // duplicates are found while reading, in linear time
    uniqueKeys: false,
    prettyErrors: false,
    // `silent` would also silence the error of a second document
    logLevel: 'error',
  },
  ignoresTags: false,
};

/** YAML 1.1 as Helm reads it through go-yaml: values files. */
export const helmYaml: YamlDialect = {
  plain: plainHelm,
  options: { ...AS_WRITTEN, prettyErrors: false, logLevel: 'error' },
  ignoresTags: true,
  read: (document) => new YamlReader(document).read(document.contents),
  converted: convertedScalars,
};
