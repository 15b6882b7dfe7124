import { parseYamlDocuments } from '../helm/parse-yaml.js';
import type { Manifest } from '../manifests/manifest.js';
import { accountAnnotation, inventoryOf, tokenType, type Inventory } from './inventory.js';

const guarded = /^kind: *["']?(?:Link|ServiceAccount|Secret|Namespace|CustomResourceDefinition)["']? *$/m;

/** A document in the form we write: block style, the top-level fields at the first column. */
const ourForm = /^apiVersion: .*\n(?:[^]*?\n)?kind: .*\n/m;

function scalar(document: string, pattern: RegExp): string | undefined {
  const value = pattern.exec(document)?.[1]?.trim();
  if (value === undefined || value === '') return undefined;
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value.replace(/ +#.*$/, '');
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'string' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const annotationLine = new RegExp(`^ +["']?${accountAnnotation.replaceAll('.', '\\.')}["']?: (.*)$`, 'm');

/** The few fields an inventory looks at, without reading the whole document. */
function skim(document: string): Manifest | undefined {
  const kind = scalar(document, /^kind: (.*)$/m);
  const apiVersion = scalar(document, /^apiVersion: (.*)$/m);
  const metadata = /^metadata:\n( [^]*?)(?:\n(?! )|(?![^]))/m.exec(document)?.[1];
  const name = metadata === undefined ? undefined : scalar(metadata, /^ {1,4}name: (.*)$/m);
  if (kind === undefined || apiVersion === undefined || name === undefined) return undefined;
  const account = scalar(document, annotationLine);
  return {
    apiVersion,
    kind,
    metadata: { name, ...(account === undefined ? {} : { annotations: { [accountAnnotation]: account } }) },
    ...(scalar(document, /^type: (.*)$/m) === tokenType ? { type: tokenType } : {}),
    ...(kind === 'Link' ? { spec: skimLink(document) } : {}),
  };
}

function skimLink(document: string): Readonly<Record<string, string | undefined>> {
  return {
    targetClusterName: scalar(document, /^ +targetClusterName: (.*)$/m),
    gatewayAddress: scalar(document, /^ +gatewayAddress: (.*)$/m),
    gatewayPort: scalar(document, /^ +gatewayPort: (.*)$/m),
  };
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null || !('metadata' in value) || !('kind' in value))
    return false;
  const { metadata } = value;
  return typeof metadata === 'object' && metadata !== null && 'name' in metadata;
}

function manifestsOf(document: string): readonly Manifest[] {
  if (ourForm.test(document)) {
    if (!guarded.test(document)) return [];
    const manifest = skim(document);
    if (manifest !== undefined) return [manifest];
  }
  if (!document.includes('kind')) return [];
  // somebody reformatted the file; a file that is no YAML any more cannot say what it held
  return parseYamlDocuments(document)
    .filter((parsed) => parsed.errors.length === 0)
    .map((parsed): unknown => parsed.toJS({ maxAliasCount: 100 }))
    .filter(isManifest);
}

/**
 * The inventory of a file as it stands: in the form we write it is skimmed, 100 times faster than parsed, since a
 * new release changes every file of the fleet; in any other form it is parsed.
 */
export function inventoryOfText(cluster: string, text: string): Inventory {
  const documents = text.replaceAll('\r\n', '\n').split(/^---(?: .*)?$\n?/m);
  return inventoryOf(cluster, documents.flatMap(manifestsOf));
}
