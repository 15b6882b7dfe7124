import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments, stringify } from 'yaml';
import { check, type CheckOptions } from '../../../lib/checks/check.js';
import { fleetOf, type Fleet } from '../../../lib/checks/fleet.js';
import { StreamedCheck } from '../../../lib/checks/streamed-check.js';
import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.js';
import { emptySymbols, type ClusterSymbols } from '../../../lib/symbols/cluster-symbols.js';
import { openFleet } from '../../../lib/pipeline/open-fleet.js';
import { renderFleet } from '../../../lib/pipeline/render-fleet.js';
import { symbolsOfTexts } from '../../../lib/symbols/symbols-of.js';
import { eastChart, westChart } from './own-charts.js';
import { controlPlane, credential, link, service, type TestObject } from './own-fleet.js';

/** A fleet of west, which has a Link, and east, its target; open for one change. */
export class TestFleet {
  readonly clusters: Record<string, TestObject[]>;
  /** Objects for Argo CD's own cluster. */
  readonly argocd: TestObject[] = [];
  options: CheckOptions = {};

  constructor(
    west: readonly TestObject[],
    east: readonly TestObject[],
    links: readonly TestObject[] = [link(), credential('linkerd-multicluster'), credential('linkerd')],
  ) {
    this.clusters = {
      west: [...west, ...links, controlPlane()],
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
    const { diagnostics, clusters, argocd } = this.read();
    return [...diagnostics, ...check({ clusters, argocd }, this.options)];
  }

  /** The fleet as rules see it. */
  joined(): Fleet {
    const { clusters, argocd } = this.read();
    return fleetOf(clusters, this.options.facts, argocd);
  }

  /** What the linker says when each cluster is dropped before the next is read. */
  checkStreamed(): Diagnostic[] {
    const { diagnostics, clusters, argocd } = this.read();
    const streamed = new StreamedCheck(this.options.facts ?? {}, this.options);
    // it takes symbols over, and these are used again
    for (const symbols of clusters) streamed.addCluster(structuredClone(symbols));
    streamed.link(argocd);
    return [...diagnostics, ...streamed.findings()];
  }

  private read(): { diagnostics: Diagnostic[]; clusters: ClusterSymbols[]; argocd: ClusterSymbols } {
    const diagnostics: Diagnostic[] = [];
    const read = (name: string, objects: readonly TestObject[]) => {
      const result = symbolsOfObjects(name, objects);
      diagnostics.push(...result.diagnostics);
      return result.symbols;
    };
    const clusters = Object.entries(this.clusters).map(([name, objects]) => read(name, objects));
    const argocd = this.argocd.length === 0 ? emptySymbols('argocd') : read('argocd', this.argocd);
    return { diagnostics, clusters, argocd };
  }

  private of(cluster: string): TestObject[] {
    const objects = this.clusters[cluster];
    if (objects === undefined) throw new Error(`there is no cluster ${cluster}`);
    return objects;
  }
}

const seen = new Map<string, ReturnType<typeof symbolsOfTexts>>();
const written = new Map<string, string>();

/** Symbols of objects written as text; what most changes leave as it is, is written and read once. */
function symbolsOfObjects(name: string, objects: readonly TestObject[]): ReturnType<typeof symbolsOfTexts> {
  const parts = objects.map((object) => JSON.stringify(object));
  const key = `${name} ${parts.join()}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const text = parts.map((part) => {
    const yaml = written.get(part) ?? stringify(JSON.parse(part), { aliasDuplicateObjects: false });
    written.set(part, yaml);
    return yaml;
  });
  const result = symbolsOfTexts(name, [{ file: `${name}.yaml`, text: text.join('---\n') }]);
  seen.set(key, result);
  return result;
}

const files = new Map<string, readonly TestObject[]>();

/** A fleet of a few objects of our own words. */
export function ownFleet(): TestFleet {
  return new TestFleet(westChart(), eastChart());
}

/** A fleet of two renders of the upstream chart, each with the Link CRD that Helm's tests leave out. */
export function upstreamFleet(west: string, east: string, crd: string): TestFleet {
  return new TestFleet([...objectsOf(crd), ...objectsOf(west)], [...objectsOf(crd), ...objectsOf(east)]);
}

/** The shipped fleet as it is rendered: one spoke and the hub, under the names that changes speak of. */
export function shippedFleet(): TestFleet {
  shipped ??= renderShipped();
  const { west = [], east = [] } = structuredClone(shipped);
  // read once, as a refresh that nobody notices is a finding of its own
  for (const object of west) {
    if (object.kind === 'ExternalSecret') (object.spec as Record<string, unknown>).refreshInterval = '0s';
  }
  return new TestFleet(west, east, []);
}

let shipped: Record<string, TestObject[]> | undefined;

/** What the shipped fleet calls things, and what changes call them; longer words first. */
const words: readonly (readonly [RegExp, string])[] = [
  [/linkerd-service-mirror-remote-access-nonproduction/g, 'mirror-b'],
  [/linkerd-service-mirror-remote-access-production/g, 'mirror-a'],
  [/secrets-k8\/linkerd-multicluster\/production-to-internal/g, 'linkerd/west-to-east'],
  [/vault-backend/g, 'vault'],
  [/tfx-internal\.gerega\.net/g, 'gw.east.example.com'],
  [/edge-26\.8\.2/g, 'edge-26.8.3'],
  [/(["-])internal(["-])/g, '$1east$2'],
];

function renderShipped(): Record<string, TestObject[]> {
  const { opened, diagnostics } = openFleet(fileURLToPath(new URL('../../../config', import.meta.url)));
  if (opened === undefined) throw new Error(JSON.stringify(diagnostics));
  const of = (name: string): TestObject[] => {
    const { files = [] } = [...renderFleet(opened)].find(({ cluster }) => cluster.name === name) ?? {};
    const text = JSON.stringify([...files].flatMap(({ manifests }) => manifests));
    return JSON.parse(words.reduce((known, [word, by]) => known.replace(word, by), text)) as TestObject[];
  };
  return { west: of('production'), east: of('internal') };
}

function objectsOf(file: string): TestObject[] {
  const known =
    files.get(file) ??
    parseAllDocuments(readFileSync(file, 'utf8'))
      .map((document) => document.toJS() as TestObject | null)
      .filter((object) => object !== null);
  files.set(file, known);
  return structuredClone([...known]);
}
