import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fieldAt, targetOf, writtenControllers, type ControllerEntry } from './controllers.js';
import type { Gateway, Link } from './fleet.js';
import type { ValueLayers } from './value-layers.js';

/**
 * Controllers of the values that the Links of a source cluster contradict.
 *
 * Reports VALUES_LEFTOVER for an entry that belongs to no Link, for one that another of the same Link follows, and for a
 * probe port unlike the Link's.
 */
export function controllerDiagnostics(
  config: LoadedConfig,
  cluster: string,
  links: readonly Link[],
  gatewayOf: (target: string) => Gateway | undefined,
  layers: ValueLayers,
): readonly Diagnostic[] {
  const entries = writtenControllers(layers);
  if (entries.length === 0) return [];
  const linkTo = new Map(links.map((link) => [link.target, link]));
  const lastOf = new Map(entries.map((entry, i) => [targetOf(entry), i]));
  return entries.flatMap((entry, i) => {
    const target = targetOf(entry);
    const link = linkTo.get(target);
    if (link === undefined) return [ownerless(cluster, target, i, layers)];
    const last = lastOf.get(target) ?? i;
    if (last !== i) return [overridden(cluster, target, { i, last }, layers)];
    const probePort = gatewayOf(target)?.probePort;
    const isProbed = link.mode === 'gateway' && probePort !== undefined;
    return isProbed ? otherPort(config, cluster, target, probePort, { entry, i }, layers) : [];
  });
}

function ownerless(cluster: string, target: string, i: number, layers: ValueLayers): Diagnostic {
  return {
    ...leftover(cluster, `no Link of ${cluster} targets ${target}, so its controller would idle`),
    fix: `remove the entry, or add a Link from ${cluster} to ${target} to the topology`,
    ...layers.placeOf(['controllers', i, 'link', 'ref', 'name']),
    path: `controllers.${i}.link.ref.name`,
  };
}

function overridden(
  cluster: string,
  target: string,
  { i, last }: { readonly i: number; readonly last: number },
  layers: ValueLayers,
): Diagnostic {
  const place = (index: number) => layers.placeOf(['controllers', index, 'link', 'ref', 'name']);
  return {
    ...leftover(cluster, `another entry for ${target} follows, so this one is not rendered`),
    why: 'the chart alone would render every object of the controller twice, under the same names',
    fix: 'make one entry of them',
    ...place(i),
    path: `controllers.${i}.link.ref.name`,
    related: [{ message: 'rendered is this one', cluster, ...place(last) }],
  };
}

function otherPort(
  config: LoadedConfig,
  cluster: string,
  target: string,
  probePort: number,
  { entry, i }: { readonly entry: ControllerEntry; readonly i: number },
  layers: ValueLayers,
): Diagnostic[] {
  const port = fieldAt(entry, 'gateway', 'probe', 'port');
  if (port === undefined || port === probePort) return [];
  const diagnostic: Diagnostic = {
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
  };
  return [diagnostic];
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
