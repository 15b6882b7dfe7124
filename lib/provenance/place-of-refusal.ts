import type { LoadedConfig } from '../config/loaded-config.js';
import { fieldText } from '../config/validate/field-text.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { targetOf, writtenControllers, type ControllerEntry } from '../topology/controllers.js';
import type { Cluster } from '../topology/fleet.js';
import { ValueLayers } from '../topology/value-layers.js';
import { fieldPath } from './field-path.js';

/**
 * What the chart says of a cluster's values, at the line of the values file or the fleet file behind it.
 *
 * The chart counts the controllers that follow from the Links; whoever wrote one finds it under the number it has in the
 * values, or what all controllers have in common under `controllerDefaults`.
 */
export function placeOfRefusal(diagnostic: Diagnostic, cluster: Cluster, config: LoadedConfig): Diagnostic {
  const { path: field, message } = diagnostic;
  if (field === undefined) return diagnostic;
  const layers = ValueLayers.of(config, cluster.name);
  const path = writtenPath(fieldPath(field), cluster, layers);
  const written = fieldText(path);
  return {
    ...diagnostic,
    message: message.replace(field, written),
    path: written,
    ...placeOf(path, cluster.name, layers, config),
  };
}

type Path = readonly (string | number)[];

function writtenPath(path: Path, { values }: Cluster, layers: ValueLayers): Path {
  const [first, index, ...rest] = path;
  if (first !== 'controllers' || typeof index !== 'number') return path;
  const target = targetOf((values.controllers as readonly ControllerEntry[])[index] ?? {});
  // the last of several entries for one target is the one that is rendered
  const own = writtenControllers(layers).findLastIndex((entry) => targetOf(entry) === target);
  const entry = writtenControllers(layers)[own];
  if (entry === undefined || !Object.hasOwn(entry, String(rest[0]))) {
    if (layers.find(['controllerDefaults']) !== undefined) return ['controllerDefaults', ...rest];
  }
  return own === -1 ? path : [first, own, ...rest];
}

/** In the values that set the field, or else in the fleet file, as far as the path leads. */
function placeOf(path: Path, cluster: string, layers: ValueLayers, config: LoadedConfig): Place {
  const names = path.filter((step) => typeof step === 'string');
  const exact = names.length === path.length ? layers.find(names)?.placed() : undefined;
  if (exact !== undefined) return exact;
  const place = layers.placeOf(path);
  if (place.file !== undefined) return place;
  return path[0] === 'controllers'
    ? config.placeOf(['topology'], 'key')
    : config.placeOf(['clusters', cluster, ...path]);
}
