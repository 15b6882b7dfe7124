import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Cluster, Gateway, Link } from './fleet.js';
import type { ValueLayers } from './value-layers.js';

type Entry = Readonly<Record<string, unknown>>;

/**
 * The chart's `controllers` of a source cluster: one per Link, in the Links' order.
 *
 * What the values say of a controller (resources, log level) is kept; name and probe Service follow from the
 * Link. Reports VALUES_LEFTOVER for an entry that belongs to no Link and for a probe port unlike the Link's.
 */
export function controllersOf(
  config: LoadedConfig,
  cluster: string,
  links: readonly Link[],
  gatewayOf: (target: string) => Gateway | undefined,
  layers: ValueLayers,
): { controllers: Entry[]; diagnostics: Diagnostic[] } {
  const found = layers.find(['controllers']);
  const entries = (Array.isArray(found?.value) ? found.value : []) as Entry[];
  const diagnostics: Diagnostic[] = [];
  const byTarget = new Map<string, Entry>();
  entries.forEach((entry, i) => {
    const target = String(at(entry, 'link', 'ref', 'name'));
    const link = links.find((candidate) => candidate.target === target);
    if (link === undefined) {
      diagnostics.push({
        ...leftover(cluster, `no Link of ${cluster} targets ${target}, so its controller would idle`),
        fix: `remove the entry, or add a Link from ${cluster} to ${target} to the topology`,
        ...layers.placeOf(['controllers', i, 'link', 'ref', 'name']),
        path: `controllers.${i}.link.ref.name`,
      });
      return;
    }
    byTarget.set(target, entry);
    const port = at(entry, 'gateway', 'probe', 'port');
    const probePort = gatewayOf(target)?.probePort;
    if (port === undefined || link.mode !== 'gateway' || port === probePort) return;
    diagnostics.push({
      ...leftover(cluster, `gateway.probe.port is ${JSON.stringify(port)}, but the Link probes ${probePort}`),
      why: 'a probe Service on another port than the Link probes makes every probe fail',
      fix: `remove it; rendered instead: ${probePort}, which ${target} answers on`,
      ...layers.placeOf(['controllers', i, 'gateway', 'probe', 'port']),
      path: `controllers.${i}.gateway.probe.port`,
      related: [
        {
          message: `${target} answers probes on ${probePort}`,
          cluster: target,
          ...config.placeOf(['clusters', target, 'gateway', 'probe', 'nodePort']),
        },
      ],
    });
  });
  const controllers = links.map((link) =>
    controllerFor(link, gatewayOf(link.target), byTarget.get(link.target)),
  );
  return { controllers, diagnostics };
}

function controllerFor(link: Link, gateway: Gateway | undefined, entry: Entry = {}): Entry {
  const probe =
    link.mode === 'gateway' && gateway !== undefined
      ? { enabled: true, probe: { port: gateway.probePort } }
      : { enabled: false };
  return { ...entry, link: { ref: { name: link.target } }, gateway: probe };
}

/** What a cluster's chart values say of the controller for one target. */
export function controllerOf({ values }: Cluster, target: string): Entry {
  const entries = values.controllers as readonly Entry[];
  return entries.find((entry) => at(entry, 'link', 'ref', 'name') === target) ?? {};
}

function leftover(cluster: string, message: string) {
  return {
    code: 'VALUES_LEFTOVER',
    severity: 'warning',
    message,
    why: 'controllers follow from the Links of the fleet',
    cluster,
  } as const;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Entry)[key] : undefined),
    value,
  );
}
