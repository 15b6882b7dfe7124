import type { FieldPath, LoadedConfig } from '../config/loaded-config.js';
import { fieldText } from '../config/validate/field-text.js';
import type { Diagnostic, ObjectReference } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { accessAccountName } from '../topology/access-accounts.js';
import type { Edge } from '../topology/edge.js';
import { expandTopology } from '../topology/expand.js';
import { ValueLayers } from '../topology/value-layers.js';
import { extraPlace } from './extra-place.js';
import { argocdCandidates, fieldCandidates } from './field-candidates.js';
import { fieldKeys } from './field-path.js';
import { outputFile } from './output-file.js';
import type { Candidate, OutputFile, Source } from './source.js';
import { valuesField } from './values-field.js';

/** What a part of the output was made from. Made when there is something to report, as looking up costs. */
export class ConfigSources {
  readonly #config: LoadedConfig;
  readonly #edges: readonly Edge[];
  readonly #clusters: ReadonlyMap<string, string>;

  constructor(config: LoadedConfig) {
    this.#config = config;
    const { clusters, topology } = config.fleet;
    const names = Object.keys(clusters).sort(byCodeUnits);
    this.#edges = expandTopology(topology ?? [], names);
    this.#clusters = new Map(names.map((name) => [this.#argocdName(name), name]));
  }

  /** The field of the input behind a field of an output file, or the nearest that is known; see `Diagnostic`. */
  of({ file, object, path = '' }: Pick<Diagnostic, 'file' | 'object' | 'path'>): Source | undefined {
    if (file === undefined) return undefined;
    const made = outputFile(file, (folder) => this.#clusters.get(folder));
    if (made === undefined) return undefined;
    const { cluster, concern } = made;
    if (cluster === undefined) return this.#first(argocdCandidates(concern, path));
    const patched = this.#patch(cluster, object, path);
    if (patched !== undefined) return patched;
    if (concern === 'extra' && object !== undefined) {
      const place = extraPlace(this.#config, cluster, object, path);
      if (place !== undefined) return { place, field: fieldText(['clusters', cluster, 'extraManifests']) };
    }
    const edge = this.#edgeOf(cluster, made, object);
    const context = { object, cluster, ...(made.target !== undefined && { target: made.target }) };
    const known = fieldCandidates(concern, path, { ...context, ...(edge !== undefined && { edge }) });
    return (
      this.#first(known) ??
      this.#valuesOf(cluster, made, object, path) ??
      this.#first(this.#blocks(cluster, concern, object, edge))
    );
  }

  /** What a whole file of the output is made for, the nearest first. */
  #blocks(cluster: string, concern: string, object: ObjectReference | undefined, edge?: Edge): Candidate[] {
    const own: Candidate = { fleet: ['clusters', cluster] };
    if (edge !== undefined) return [{ fleet: edge.path }, own];
    switch (concern) {
      case 'crds':
        return [{ fleet: ['linkerd', 'release'] }, own];
      case 'namespace':
        return [{ fleet: ['linkerd', 'multiclusterNamespace'] }, own];
      case 'gateway':
        return [{ fleet: ['clusters', cluster, 'gateway'] }, { values: ['gateway'], cluster }, own];
      case 'service-mirror':
        return [{ values: ['localServiceMirror'], cluster }, own];
      case 'extra':
        return [{ fleet: ['clusters', cluster, 'extraManifests'] }, own];
      case 'monitoring':
        return [{ fleet: ['clusters', cluster, 'enableServiceMonitor'] }, { fleet: ['monitoring'] }, own];
      case 'policy':
        return [...this.#scraper(object), own];
      default:
        return [own];
    }
  }

  /** The Link that a file, or an account among others, is made for. */
  #edgeOf(cluster: string, made: OutputFile, object: ObjectReference | undefined): Edge | undefined {
    if (made.target !== undefined)
      return this.#edges.find((edge) => edge.source === cluster && edge.target === made.target);
    if (object === undefined) return undefined;
    if (made.concern !== 'remote-access' && made.concern !== 'pushed-credentials') return undefined;
    return this.#edges
      .filter((edge) => edge.target === cluster)
      .find(({ source }) => {
        const account = accessAccountName(this.#argocdName(source));
        return (
          object.name === account || object.name === `${account}-token` || object.name.endsWith(`-${source}`)
        );
      });
  }

  #scraper(object: ObjectReference | undefined): Candidate[] {
    const scrapers = this.#config.fleet.monitoring?.scrapers ?? [];
    const index = scrapers.findIndex(({ namespace }) => object?.name.includes(`-${namespace}-`));
    return index < 0 ? [] : [{ fleet: ['monitoring', 'scrapers', index] }];
  }

  /** The patch of the cluster that writes the field. */
  #patch(cluster: string, object: ObjectReference | undefined, path: string): Source | undefined {
    const patches = this.#config.fleet.clusters[cluster]?.patches ?? [];
    if (object === undefined || path === '') return undefined;
    const keys = fieldKeys(path);
    for (const [i, { target, merge }] of patches.entries()) {
      if (target.kind !== object.kind || target.name !== object.name) continue;
      const inside = deepest(merge, keys);
      if (inside.length > 0)
        return this.#fleetSource(['clusters', cluster, 'patches', i, 'merge', ...inside]);
    }
    return undefined;
  }

  #valuesOf(
    cluster: string,
    { concern, target }: OutputFile,
    object: ObjectReference | undefined,
    path: string,
  ): Source | undefined {
    // a Link is no object of the chart
    if (path === '' || object?.kind === 'Link' || concern === 'extra') return undefined;
    const { base, clusters } = this.#config;
    for (const layer of [clusters.get(cluster), base]) {
      const found = layer && valuesField(layer.values, concern, path, target);
      if (layer !== undefined && found !== undefined)
        return { place: layer.placeOf(found), field: fieldText(found) };
    }
    return undefined;
  }

  #first(candidates: readonly Candidate[]): Source | undefined {
    for (const candidate of candidates) {
      if ('values' in candidate) {
        const found = ValueLayers.of(this.#config, candidate.cluster).find(candidate.values);
        if (found !== undefined) return { place: found.placed(), field: fieldText(candidate.values) };
      } else if (isThere(this.#config.fleet, candidate.fleet)) return this.#fleetSource(candidate.fleet);
    }
    return undefined;
  }

  #fleetSource(path: FieldPath): Source {
    return { place: this.#config.placeOf(path), field: fieldText(path) };
  }

  #argocdName(cluster: string): string {
    return this.#config.fleet.clusters[cluster]?.argocdName ?? cluster;
  }
}

/** As much of a path as leads to something that is written. */
function deepest(value: unknown, keys: readonly string[]): string[] {
  const path: string[] = [];
  let at = value;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) break;
    at = (at as Record<string, unknown>)[key];
    path.push(key);
  }
  // it stopped at a mapping: the field beside it was not written by this patch
  return path.length === keys.length || typeof at !== 'object' || at === null || Array.isArray(at)
    ? path
    : [];
}

function isThere(value: unknown, path: FieldPath): boolean {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at !== undefined;
}
