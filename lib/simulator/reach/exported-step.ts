import { federatedSince, isBeforeFederation } from '../prediction/as-of-release.js';
import { placeOf } from '../prediction/given.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import { explainNotSelected, labelFix } from '../prediction/not-selected.js';
import type { ReachStep } from './reach.js';

const federatedKey = 'mirror.linkerd.io/federated';

/** Why the Link does not select the Service. */
export function notSelectedStep(
  view: LinkView,
  exported: GivenService,
  release: string | undefined,
): ReachStep {
  const label = placeOf(exported.given, 'metadata', 'labels', federatedKey);
  if (isBeforeFederation(release) && exported.service.metadata.labels[federatedKey] !== undefined) {
    return {
      check: 'exported',
      verdict: 'no',
      message: `${release ?? ''} has no federated Services; ${federatedSince} is the first that has`,
      fix: 'upgrade, or export it through the gateway',
      ...(label === undefined ? {} : { place: label }),
    };
  }
  const why = explainNotSelected(view, exported);
  const place = why?.place ?? placeOf(exported.given, 'metadata', 'labels');
  return {
    check: 'exported',
    verdict: 'no',
    message: why?.message ?? `it carries no label that Link ${view.link.name} selects`,
    fix: why?.fix ?? labelFix(view, exported.service.metadata.labels),
    ...(place === undefined ? {} : { place }),
  };
}

/** That the Link selects the Service, and how it mirrors it. */
export function selectedStep({ link }: LinkView, { given }: GivenService, mode: string): ReachStep {
  const place = placeOf(given, 'metadata', 'labels');
  return {
    check: 'exported',
    verdict: 'yes',
    message: `Link ${link.name} selects it in ${mode} mode`,
    ...(place === undefined ? {} : { place }),
  };
}
