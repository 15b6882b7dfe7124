import { firstWith } from '../../releases/first-with.js';
import { isAtLeast, releasePoint } from '../../releases/release-point.js';
import { placeOf } from '../prediction/given.js';
import { createdAt, type GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import type { Service } from '../objects.js';
import { keys } from '../well-known.js';
import type { ReachStep } from './reach.js';

/** Outbound traffic to a port that a Service does not declare is refused since. */
const refusedSince = firstWith('undeclaredPortsRefused');

function portsOf({ spec }: Service): readonly number[] {
  return (spec.ports ?? []).map(({ port }) => port);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((port) => b.includes(port));
}

/** Other Services that may be the member whose ports count, as no manifest tells which is oldest. */
function rivals(
  view: LinkView,
  exported: Service,
  federated: Service,
  views: readonly LinkView[],
): Service[] {
  const { namespace, name } = exported.metadata;
  const { annotations } = federated.metadata;
  if (annotations[keys.localDiscovery] !== undefined) return [];
  const members = (annotations[keys.remoteDiscovery] ?? '').split(',');
  const joined = views.filter((each) => members.includes(`${name}@${each.targetName}`));
  const ageless = joined.some(({ link }) => createdAt(link) === '');
  const remote = ageless
    ? joined.flatMap((each) => each.target.services.get(`${namespace}/${name}`)?.service ?? [])
    : [];
  // a member of the source itself counts as oldest, if a local mirror runs that nobody gave
  const local = view.source.services.get(`${namespace}/${name}`)?.service;
  return local !== undefined && view.isFederated(local.metadata.labels) ? [...remote, local] : remote;
}

/**
 * The port to dial of a federated Service: its ports are those of its oldest member, the local one before all,
 * and a member answers on those that it has itself.
 */
export function federatedPorts(
  view: LinkView,
  exported: GivenService,
  federated: Service,
  { views, release }: { readonly views: readonly LinkView[]; readonly release: string | undefined },
): { readonly step: ReachStep; readonly port?: number } {
  const own = portsOf(exported.service);
  const shown = portsOf(federated);
  const port = shown.find((each) => own.includes(each));
  const place = placeOf(exported.given, 'spec', 'ports');
  const about = { check: 'federated ports', ...(place === undefined ? {} : { place }) };
  const of = `${federated.metadata.name} has ${shown.join(', ')}, the ports of its oldest member`;
  const fix = 'give all members the same ports';
  const doubtful = rivals(view, exported.service, federated, views).some(
    (rival) => !isSame(portsOf(rival), shown),
  );
  if (doubtful) {
    const message = `the members' ports differ, and no manifest tells which member is oldest: the federated Service has that one's`;
    return { step: { ...about, verdict: 'unknown', message, fix } };
  }
  if (port !== undefined) return { step: { ...about, verdict: 'yes', message: of }, port };
  const message = `${of}, and this one has ${own.join(', ')}`;
  const point = releasePoint(release ?? '');
  const isRefused = point === undefined || isAtLeast(point, refusedSince);
  return {
    step: {
      ...about,
      verdict: isRefused ? 'no' : 'unknown',
      message: isRefused
        ? `${message}: calls to a port that a Service does not declare are refused`
        : message,
      fix,
    },
  };
}
