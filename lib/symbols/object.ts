import type { ObjectReference } from '../diagnostics/diagnostic.js';
import type { Field, Position } from './field.js';
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
  /** Places of the labels and annotations that Linkerd reads; absent in what we built. */
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
  const name = reader.text('metadata', 'name');
  const namespace = reader.text('metadata', 'namespace')?.value;
  const { line, column } = name ?? reader.field('', ['metadata', 'name']);
  const kind = reader.text('kind')?.value ?? '';
  const allLabels = reader.record('metadata', 'labels');
  const labels = labelled.has(kind) ? allLabels : nothing;
  const annotations = shortened(reader.record('metadata', 'annotations'));
  const places = line === 0 ? undefined : metadataPlaces(reader, labels, annotations);
  return {
    cluster,
    apiVersion: reader.text('apiVersion')?.value ?? '',
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name: name?.value ?? '',
    ...(file === undefined ? {} : { file }),
    line,
    column,
    labels,
    annotations,
    ...(reader.has('metadata', 'uid') ? { isLive: true } : {}),
    ...(places === undefined ? {} : { metadataPlaces: places }),
  };
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
  const texts = Object.values(annotations);
  if (texts.length === 0) return nothing;
  if (texts.every((text) => text.length <= longestAnnotation)) return annotations;
  return Object.fromEntries(
    Object.entries(annotations).map(([key, text]) => [key, text.length > longestAnnotation ? '' : text]),
  );
}

function metadataPlaces(
  reader: Reader,
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>>,
): Readonly<Record<string, Position>> | undefined {
  const places: Record<string, Position> = {};
  const note = (map: 'labels' | 'annotations', keys: readonly string[]) => {
    for (const key of keys) {
      if (!/linkerd\.io|argocd|helm\.sh|service-account/.test(key)) continue;
      const { line, column } = reader.field(key, ['metadata', map, key]);
      places[`${map}/${key}`] = { line, column };
    }
  };
  note('labels', Object.keys(labels));
  note('annotations', Object.keys(annotations));
  return Object.keys(places).length === 0 ? undefined : places;
}
