import { secondsPerRepair, secondsPerStart } from '../../checks/repair-cost.js';
import { byCodeUnits } from '../../diagnostics/order.js';
import { placeText } from '../../diagnostics/render-text.js';
import { mirrorName } from '../mirror-context.js';
import { serviceRefusal } from '../validation.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import { placeOf } from './given.js';
import type { GivenService, Inventory } from './inventory.js';
import type { LinkView } from './link-view.js';

function gatewayMirrors({ target, isExported, isFlat }: LinkView): number {
  let count = 0;
  for (const { service } of target.services.values()) {
    const { labels } = service.metadata;
    if (isExported(labels) && !isFlat(labels)) count += 1;
  }
  return count;
}

/** Links that write the same mirror name, as `a-b` of `c` and `a` of `b-c` do. */
function collisions(views: readonly LinkView[]): string[] {
  if (views.length < 2) return [];
  const writers = new Map<string, string[]>();
  for (const view of views) {
    const { link, target, isExported, isFlat } = view;
    for (const { service } of target.services.values()) {
      const { namespace, name, labels } = service.metadata;
      if (!isExported(labels) && !isFlat(labels)) continue;
      const key = `${namespace}/${mirrorName(view, name)}`;
      writers.set(key, [...(writers.get(key) ?? []), link.name]);
    }
  }
  return [...writers]
    .filter(([, links]) => links.length > 1)
    .map(([key, links]) => `Links ${links.join(' and ')} write one mirror ${key}, each over the other's`);
}

/** What happens to a Service that was there before the controllers. */
function fate({ service, given }: GivenService, source: Inventory, world: World): string | undefined {
  const { namespace, name, labels } = service.metadata;
  // what the API server refuses was never there, and no controller can delete it
  if (labels[keys.mirroredService] !== undefined || serviceRefusal(service) !== undefined) return undefined;
  const at = placeText(placeOf(given, 'metadata', 'name') ?? {});
  const who = `${at === '' ? '' : `${at} `}Service ${namespace}/${name} of ${source.name}`;
  const now = world.source.services.get(namespace, name);
  if (now === undefined) return `${who} is deleted by the controller, which takes it for a host mirror`;
  if (now.metadata.labels[keys.mirroredService] !== undefined) {
    return `${who} is taken over: labels, annotations and ports are replaced, and it is deleted with the last member`;
  }
  const endpoints = world.source.endpoints.get(namespace, name);
  if (endpoints?.metadata.labels[keys.mirroredService] === undefined) return undefined;
  return `${who} gets endpoints at the gateway of another cluster`;
}

/** What the controllers of one source do to others' Services, to each other and to themselves. */
export function warnings(source: Inventory, views: readonly LinkView[], world: World): readonly string[] {
  const crashed = world
    .crashedLinks()
    .map(
      (name) =>
        `Link ${name}: its controller crashes on Endpoints of a headless Service with a hostname and no \`targetRef\``,
    );
  const slow = views.flatMap((view) => {
    const count = gatewayMirrors(view);
    const { repairPeriodSeconds } = view;
    if (count * secondsPerRepair < repairPeriodSeconds) return [];
    const minutes = Math.ceil((count * secondsPerStart) / 60);
    return [
      `Link ${view.link.name}: ${count} gateway mirrors take about ${minutes} minutes at a start, and a repair outlasts the ${repairPeriodSeconds} s between two, so changes come through late (extrapolated)`,
    ];
  });
  const fates = [...source.services.values()].flatMap((given) => fate(given, source, world) ?? []);
  return [...crashed, ...slow, ...collisions(views), ...fates.sort(byCodeUnits)];
}
