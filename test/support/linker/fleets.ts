import { readFileSync } from 'node:fs';
import { parseAllDocuments, stringify } from 'yaml';
import { check, type CheckOptions } from '../../../lib/checks/check.js';
import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.js';
import { emptySymbols } from '../../../lib/symbols/cluster-symbols.js';
import { symbolsOfTexts } from '../../../lib/symbols/symbols-of.js';
import {
  controlPlane,
  credential,
  eastChart,
  link,
  service,
  westChart,
  type TestObject,
} from './own-fleet.js';

/** A fleet of west, which has a Link, and east, its target; open for one change. */
export class TestFleet {
  readonly clusters: Record<string, TestObject[]>;
  /** Objects for Argo CD's own cluster. */
  readonly argocd: TestObject[] = [];
  options: CheckOptions = {};

  constructor(west: readonly TestObject[], east: readonly TestObject[]) {
    this.clusters = {
      west: [...west, link(), credential('linkerd-multicluster'), credential('linkerd'), controlPlane()],
      east: [
        ...east,
        controlPlane(),
        service('web', { 'mirror.linkerd.io/exported': 'true' }),
        service('db', { 'mirror.linkerd.io/exported': 'remote-discovery' }),
        service('api', { 'mirror.linkerd.io/federated': 'member' }),
        service('inner', {}),
      ],
    };
  }

  /** An object by its identity; the test fails when it is not there. */
  find(cluster: string, kind: string, name: string, namespace?: string): TestObject {
    const found = this.of(cluster).find(
      (each) =>
        each.kind === kind &&
        each.metadata.name === name &&
        (namespace === undefined || each.metadata.namespace === namespace),
    );
    if (found === undefined) throw new Error(`${cluster} has no ${kind} ${name}`);
    return found;
  }

  /** Takes an object out. */
  remove(cluster: string, kind: string, name: string, namespace?: string): void {
    const objects = this.of(cluster);
    objects.splice(objects.indexOf(this.find(cluster, kind, name, namespace)), 1);
  }

  /** Adds an object to a cluster, which is made when it is new. */
  add(cluster: string, ...objects: TestObject[]): void {
    (this.clusters[cluster] ??= []).push(...objects);
  }

  /** Sets a field by its path; undefined takes it away. */
  set(object: TestObject, path: string, value: unknown): void {
    const steps = path.split('.');
    let at: Record<string, unknown> = object;
    for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
    const last = steps.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(at, last);
    else at[last] = value;
  }

  /** West's Link. */
  get link(): TestObject {
    return this.find('west', 'Link', 'east');
  }

  /** East's gateway Service. */
  get gateway(): TestObject {
    return this.find('east', 'Service', 'linkerd-gateway');
  }

  /** What the linker says of the fleet, read from text as anyone's manifests are. */
  check(): Diagnostic[] {
    const diagnostics: Diagnostic[] = [];
    const read = (name: string, objects: readonly TestObject[]) => {
      const text = objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n');
      const result = symbolsOfTexts(name, [{ file: `${name}.yaml`, text }]);
      diagnostics.push(...result.diagnostics);
      return result.symbols;
    };
    const clusters = Object.entries(this.clusters).map(([name, objects]) => read(name, objects));
    const argocd = this.argocd.length === 0 ? emptySymbols('argocd') : read('argocd', this.argocd);
    return [...diagnostics, ...check({ clusters, argocd }, this.options)];
  }

  private of(cluster: string): TestObject[] {
    const objects = this.clusters[cluster];
    if (objects === undefined) throw new Error(`there is no cluster ${cluster}`);
    return objects;
  }
}

/** A fleet of a few objects of our own words. */
export function ownFleet(): TestFleet {
  return new TestFleet(westChart(), eastChart());
}

/** A fleet of two renders of the upstream chart, each with the Link CRD that Helm's tests leave out. */
export function upstreamFleet(west: string, east: string, crd: string): TestFleet {
  return new TestFleet([...objectsOf(crd), ...objectsOf(west)], [...objectsOf(crd), ...objectsOf(east)]);
}

function objectsOf(file: string): TestObject[] {
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map((document) => document.toJS() as TestObject | null)
    .filter((object) => object !== null);
}
