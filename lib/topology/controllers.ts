import { ofLatest } from '../manifests/of-latest.js';
import type { Cluster, Gateway, Link } from './fleet.js';
import type { ValueLayers } from './value-layers.js';

/** One entry of the chart's `controllers`. */
export type ControllerEntry = Readonly<Record<string, unknown>>;

/**
 * The chart's `controllers` of a source cluster: one per Link, in the Links' order.
 *
 * What the values say of a controller (resources, log level) is kept; name and probe Service follow from the
 * Link.
 */
export function controllersOf(
  links: readonly Link[],
  gatewayOf: (target: string) => Gateway | undefined,
  layers: ValueLayers,
): ControllerEntry[] {
  const entries = byTarget(writtenControllers(layers));
  return links.map((link) => controllerFor(link, gatewayOf(link.target), entries.get(link.target)));
}

/** The controllers that the values name. */
export function writtenControllers(layers: ValueLayers): readonly ControllerEntry[] {
  const found = layers.find(['controllers']);
  return (Array.isArray(found?.value) ? found.value : []) as ControllerEntry[];
}

function controllerFor(
  link: Link,
  gateway: Gateway | undefined,
  entry: ControllerEntry = {},
): ControllerEntry {
  const probe =
    link.mode === 'gateway' && gateway !== undefined
      ? { enabled: true, probe: { port: gateway.probePort } }
      : { enabled: false };
  return { ...entry, link: { ref: { name: link.target } }, gateway: probe };
}

/** A cluster may have thousands of Links. */
const indexOf = ofLatest(byTarget);

/** What a cluster's chart values say of the controller for one target. */
export function controllerOf({ values }: Cluster, target: string): ControllerEntry {
  return indexOf(values.controllers as readonly ControllerEntry[]).get(target) ?? {};
}

/** Entries by the target that they name; the last of several. */
function byTarget(entries: readonly ControllerEntry[]): ReadonlyMap<string, ControllerEntry> {
  return new Map(entries.map((entry) => [targetOf(entry), entry]));
}

/** The target that an entry is for. */
export function targetOf(entry: ControllerEntry): string {
  return String(fieldAt(entry, 'link', 'ref', 'name'));
}

/** A field below an entry, through mappings alone. */
export function fieldAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as ControllerEntry)[key] : undefined,
    value,
  );
}
