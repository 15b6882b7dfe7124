import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { fieldText } from '../validate/field-text.js';
import { labelKeyMistake, labelValueMistake } from '../validate/labels.js';
import type { Mistake } from '../validate/type-mistakes.js';

/**
 * Labels and annotations that patches give objects, at any depth: keys, and values of labels, that the API server
 * takes. A value that is no text is told by the schema of the object.
 *
 * Reports CONFIG_FORMAT.
 */
export function patchChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return Object.entries(fleet.clusters).flatMap(([name, cluster]) =>
    (cluster?.patches ?? []).flatMap(({ merge }, i) =>
      metadataIn(merge, ['clusters', name, 'patches', i, 'merge']).flatMap(
        ({ labels, annotations, path }) => [
          // the API server looks at annotations in lower case
          ...keysOf(annotations, [...path, 'annotations'], placeOf, (key) => key.toLowerCase()),
          ...keysOf(labels, [...path, 'labels'], placeOf),
          ...valuesOf(labels, [...path, 'labels'], placeOf),
        ],
      ),
    ),
  );
}

type Mapping = Readonly<Record<string, unknown>>;

interface Metadata {
  readonly labels: Mapping;
  readonly annotations: Mapping;
  readonly path: FieldPath;
}

/** Every `metadata` of a patch. */
function metadataIn(value: unknown, path: FieldPath): Metadata[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => metadataIn(item, [...path, i]));
  return Object.entries(mapping(value)).flatMap(([key, inner]) => {
    const own = [...path, key];
    const below = metadataIn(inner, own);
    if (key !== 'metadata') return below;
    const { labels, annotations } = mapping(inner);
    return [{ labels: mapping(labels), annotations: mapping(annotations), path: own }, ...below];
  });
}

function keysOf(
  map: Mapping,
  path: FieldPath,
  placeOf: PlaceOf,
  asJudged: (key: string) => string = (key) => key,
): Diagnostic[] {
  return Object.keys(map).flatMap((key) =>
    told(labelKeyMistake(asJudged(key)), [...path, key], () => placeOf([...path, key], 'key')),
  );
}

function valuesOf(map: Mapping, path: FieldPath, placeOf: PlaceOf): Diagnostic[] {
  return Object.entries(map).flatMap(([key, value]) =>
    // an operator fills in templates of what it makes
    typeof value === 'string' && !value.includes('{{')
      ? told(labelValueMistake(value), [...path, key], () => placeOf([...path, key]))
      : [],
  );
}

function told(mistake: Mistake | undefined, path: FieldPath, place: () => object): Diagnostic[] {
  if (mistake === undefined) return [];
  return [{ code: 'CONFIG_FORMAT', severity: 'error', ...mistake, path: fieldText(path), ...place() }];
}

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}
