import type { ObjectReference } from '../diagnostics/diagnostic.js';
import { nowhere, type Field, type Position } from './field.js';
import { holdsTexts, isPlain, type Plain } from './raw-value.js';
import type { Mistyped, Reader } from './reader.js';

/** What symbols keep of any object: who it is and where it stands. */
export interface ObjectSymbol extends Position, ObjectReference {
  /** Name of the cluster whose manifests hold it. */
  readonly cluster: string;
  readonly file?: string;
  /** Labels of workloads, Services, Endpoints, accounts, Secrets, Namespaces and Links; empty for other kinds. */
  readonly labels: Readonly<Record<string, string>>;
  /** Annotations; texts over 1,000 characters, such as a last applied configuration, are emptied. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Places of the labels and annotations that Linkerd reads, or was meant to; absent in what we built. */
  readonly metadataPlaces?: Readonly<Record<string, Position>>;
  /** True for an object read from a cluster, with a uid, rather than written by somebody. */
  readonly isLive?: boolean;
  /** Fields whose type the API server refuses. */
  readonly mistyped?: readonly Mistyped[];
}

const longestAnnotation = 1000;
const nothing: Readonly<Record<string, string>> = {};
/** Kinds whose labels a rule may ask for; Linkerd's own annotations are kept of every kind. */
const labelled = new Set([
  'Service',
  'Endpoints',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'ServiceAccount',
  'Link',
  'Namespace',
  'Secret',
]);

/** Who an object is. Namespaces are filled in by kind readers' callers only where the manifest has one. */
export function objectSymbol(cluster: string, reader: Reader, file?: string): ObjectSymbol {
  if (!reader.hasPlaces && isWellTyped(reader.value)) return builtSymbol(cluster, reader.value, file);
  const metadata = reader.under('metadata');
  const name = metadata.word('name') ?? '';
  const namespace = metadata.word('namespace');
  const { line, column } = reader.hasPlaces ? metadata.field(name, ['name']) : nowhere;
  const kind = reader.word('kind') ?? '';
  const allLabels = metadata.record('labels');
  const labels = labelled.has(kind) ? allLabels : nothing;
  const annotations = shortened(metadata.record('annotations'));
  // one shape for all, absent fields included: rules look at thousands of them
  return {
    cluster,
    apiVersion: reader.word('apiVersion') ?? '',
    kind,
    namespace,
    name,
    file,
    line,
    column,
    labels,
    annotations,
    isLive: metadata.has('uid') ? true : undefined,
    metadataPlaces: line === 0 ? undefined : metadataPlaces(reader, labels, annotations),
  };
}

/** An object of ours, as all of them are: nothing that every object has is mistyped. */
interface WellTyped {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly uid?: unknown;
  };
}

function isWellTyped(value: Plain | WellTyped): value is WellTyped {
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !isPlain(metadata)) return false;
  const { name, namespace, labels, annotations } = metadata;
  return (
    typeof name === 'string' &&
    (namespace === undefined || typeof namespace === 'string') &&
    (labels === undefined || (isPlain(labels) && holdsTexts(labels))) &&
    (annotations === undefined || (isPlain(annotations) && holdsTexts(annotations)))
  );
}

/** The same as from a reader, without making one: this is done of every object of a fleet. */
function builtSymbol(
  cluster: string,
  { apiVersion, kind, metadata }: WellTyped,
  file: string | undefined,
): ObjectSymbol {
  const { name, namespace, labels, annotations, uid } = metadata;
  return {
    cluster,
    apiVersion,
    kind,
    namespace,
    name,
    file,
    line: 0,
    column: 0,
    labels: labels !== undefined && labelled.has(kind) ? labels : nothing,
    annotations: annotations === undefined ? nothing : shortened(annotations),
    isLive: uid === undefined ? undefined : true,
    metadataPlaces: undefined,
  };
}

/** A symbol that its reader is still giving fields to. */
export type Open<O extends ObjectSymbol> = { -readonly [K in keyof O]: O[K] };

/**
 * Gives an object the fields of its kind, in place.
 *
 * Not by `{ ...object, … }`: Node 20 makes a hidden class for every object that a literal begins by copying and then
 * adds to. That takes ten times as long, and a third of all memory that symbols take. Kinds that each cluster has
 * several of are given their fields one by one, which takes a fifth of the time again.
 */
export function withFields<O extends ObjectSymbol, T extends object>(object: O, fields: T): O & T {
  return Object.assign(object, fields);
}

/** True for the key of an annotation that Argo CD or Helm reads: of waves, hooks, options. */
export function isSteering(key: string): boolean {
  return key.startsWith('argocd.argoproj.io/') || key.startsWith('helm.sh/');
}

/** A label as a field, with its place where it is known. */
export function labelOf(object: ObjectSymbol, key: string): Field<string> | undefined {
  return metadataField(object, 'labels', key);
}

/** An annotation as a field, with its place where it is known. */
export function annotationOf(object: ObjectSymbol, key: string): Field<string> | undefined {
  return metadataField(object, 'annotations', key);
}

function metadataField(
  object: ObjectSymbol,
  map: 'labels' | 'annotations',
  key: string,
): Field<string> | undefined {
  const value = Object.hasOwn(object[map], key) ? object[map][key] : undefined;
  if (value === undefined) return undefined;
  const { line, column } = object.metadataPlaces?.[`${map}/${key}`] ?? object;
  return { value, path: `metadata.${map}.${JSON.stringify(key)}`, line, column };
}

function shortened(annotations: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const key in annotations) {
    if ((annotations[key] ?? '').length <= longestAnnotation) continue;
    return Object.fromEntries(
      Object.entries(annotations).map(([each, text]) => [each, text.length > longestAnnotation ? '' : text]),
    );
  }
  return annotations;
}

function metadataPlaces(
  reader: Reader,
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>>,
): Readonly<Record<string, Position>> | undefined {
  const places: Record<string, Position> = {};
  const note = (map: 'labels' | 'annotations', keys: readonly string[]) => {
    for (const key of keys) {
      if (!/linkerd|^mirror|argocd|helm\.sh|service-account/.test(key)) continue;
      const { line, column } = reader.field(key, ['metadata', map, key]);
      places[`${map}/${key}`] = { line, column };
    }
  };
  note('labels', Object.keys(labels));
  note('annotations', Object.keys(annotations));
  return Object.keys(places).length === 0 ? undefined : places;
}
