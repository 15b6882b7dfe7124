import { describe, expect, it } from 'vitest';
import { predict } from '../../lib/simulator/prediction/predict.js';
import type { SourcePrediction } from '../../lib/simulator/prediction/prediction.js';
import { simulate } from '../../lib/simulator/simulate.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';
import { service } from '../support/linker/own-fleet.js';
import { controllerCases } from './cases/controller.js';
import { headlessCases } from './cases/headless.js';

const namespaces = ['shop', 'books'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
}));

/** What the model of the recorded controllers makes of west. */
function predicted(fleet: TestFleet): SourcePrediction {
  const clusters = Object.entries(fleet.clusters).map(([name, objects]) => ({
    name,
    manifests: [...namespaces, ...objects].map((object) => ({ object })),
  }));
  const west = predict({ clusters }).sources.find(({ source }) => source === 'west');
  if (west === undefined) throw new Error('west has no Link');
  return west;
}

interface Metadata {
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Metadata of a Service, nothing of other kinds. */
function metadataOf(object: { readonly kind?: unknown; readonly metadata?: unknown }): Metadata {
  return object.kind === 'Service' ? (object.metadata as Metadata) : {};
}

/** What the mirror controller of west's Link writes, and what is left once Service cart is gone from the target. */
function simulated(fleet: TestFleet) {
  const link = fleet.link.spec as Parameters<typeof simulate>[0]['batch']['link'];
  const services = (fleet.clusters.east ?? []).filter(
    ({ kind, metadata }) => kind === 'Service' && metadata.namespace === 'shop',
  );
  const { mirrors, afterStep } = simulate({
    batch: { link, linkName: 'east', options: [] },
    target: { objects: [...namespaces, ...services] },
    source: { objects: namespaces },
    step: { ops: [{ op: 'delete', cluster: 'target', kind: 'Service', namespace: 'shop', name: 'cart' }] },
    resolve: () => ['203.0.113.10'],
  });
  const serviceNamed = (objects: typeof mirrors | null, name: string) =>
    objects?.map(metadataOf).find((metadata) => metadata.name === name);
  return {
    mirror: serviceNamed(mirrors, 'cart-east'),
    remains: serviceNamed(afterStep, 'cart-federated') !== undefined,
  };
}

const has = (texts: readonly string[], part: string): boolean => texts.some((text) => text.includes(part));

/** Whether the effect that a rule claims shows, by its code. */
const effects: Record<string, (fleet: TestFleet) => boolean> = {
  EXPORT_AND_FEDERATED: (fleet) => {
    const { pending, missing } = predicted(fleet);
    return pending.length > 0 || missing.some(({ mirror }) => mirror.endsWith('-federated'));
  },
  HEADLESS_FLAT: (fleet) => predicted(fleet).missing.some(({ reason }) => reason === 'headless-flat'),
  HEADLESS_FEDERATED: (fleet) =>
    predicted(fleet).missing.some(({ reason }) => reason === 'headless-federated'),
  HEADLESS_NO_TARGETREF: (fleet) => has(predicted(fleet).warnings, 'crashes'),
  HEADLESS_HOST_TAKEN: (fleet) => has(predicted(fleet).warnings, 'is deleted by the controller'),
  HEADLESS_HOST_SHARED: (fleet) => {
    const { mirrors } = predicted(fleet);
    const hosts = new Set(mirrors.filter(({ mode }) => mode === 'host').map(({ name }) => name));
    return mirrors.some(({ mode }) => mode === 'headless') && !hosts.has('a-east');
  },
  HEADLESS_FOREIGN_ENDPOINTS: (fleet) => has(predicted(fleet).warnings, 'gets endpoints at the gateway'),
  MIRROR_COLLISION: (fleet) => has(predicted(fleet).warnings, 'write one mirror'),
  COPIED_LABEL_STEERS: (fleet) => {
    const notes = predicted(fleet).mirrors.flatMap((mirror) => mirror.notes);
    return has(notes, 'stops the repair') || has(notes, 'no EndpointSlice');
  },
  COPIED_DISCOVERY_ANNOTATION: (fleet) => {
    const { mirror, remains } = simulated(fleet);
    const copied = Object.keys(mirror?.annotations ?? {});
    return remains || copied.includes('multicluster.linkerd.io/remote-discovery');
  },
  REPAIR_OUTLASTS_PERIOD: (fleet) => has(predicted(fleet).warnings, 'repair outlasts'),
  EXCLUSION_INERT: (fleet) => {
    const labels = { 'mirror.linkerd.io/exported': 'true', 'app.kubernetes.io/name': 'cart', tier: 'front' };
    fleet.add('east', service('cart', labels));
    const copied = Object.keys(simulated(fleet).mirror?.labels ?? {});
    return copied.includes('app.kubernetes.io/name') || !copied.includes('tier');
  },
};

describe.each(Object.entries({ ...controllerCases, ...headlessCases }))('%s', (code, { trips, holds }) => {
  it.each(trips)('shows in what the controllers do when $when', ({ edit }) => {
    const fleet = ownFleet();
    edit(fleet);
    expect(effects[code]?.(fleet)).toBe(true);
  });
  it.each(holds)('does not when $when', ({ edit }) => {
    const fleet = ownFleet();
    edit(fleet);
    expect(effects[code]?.(fleet)).toBe(false);
  });
});
