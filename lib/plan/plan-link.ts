import type { OpenedFleet } from '../pipeline/open-fleet.js';
import type { LinkName } from './change-link.js';
import { deleteKept } from './kept-objects.js';
import { rotationPlan } from './rotate.js';
import type { Plan } from './step.js';
import { unlinkPlan } from './unlink.js';

/** What can be planned for a Link. */
export type PlanKind = 'rotate' | 'unlink';

/** The plan for one Link of a fleet; absent where the fleet has no such Link. */
export function planLink(kind: PlanKind, opened: OpenedFleet, name: LinkName): Plan | undefined {
  const { config, fleet, release } = opened;
  const link = fleet.links.find(({ source, target }) => source === name.source && target === name.target);
  const source = fleet.clusters.find((cluster) => cluster.name === name.source);
  const target = fleet.clusters.find((cluster) => cluster.name === name.target);
  if (link === undefined || source === undefined || target === undefined) return undefined;
  // up to 2.17 the service mirror comes with the Link, under another name
  const mirror = `${release.facts.controllers ? 'controller' : 'linkerd-service-mirror'}-${name.target}`;
  const federates = release.facts.localServiceMirror;
  const planned = { config: config.fleet, link, links: fleet.links, source, target, mirror, federates };
  return kind === 'rotate' ? rotationPlan(planned) : unlinkPlan(planned, deleteKept(opened, name));
}
