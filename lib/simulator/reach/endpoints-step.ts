import { firstWith } from '../../releases/first-with.js';
import { isAtLeast, releasePoint } from '../../releases/release-point.js';
import { knownEndpoints } from '../prediction/assumed-endpoints.js';
import { placeOf } from '../prediction/given.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import { isEmptyEndpoints, type Endpoints } from '../objects.js';
import { keys } from '../well-known.js';
import type { ReachStep } from './reach.js';

/** Mirror Endpoints carry the exported Service's labels since this release. */
const labelledSince = firstWith('endpointsGetLabels');

/** A copied label by which Kubernetes makes no EndpointSlice for the mirror's Endpoints. */
function skippedStep(
  { given }: GivenService,
  endpoints: Endpoints | undefined,
  release: string | undefined,
): ReachStep | undefined {
  const point = releasePoint(release ?? '');
  if (endpoints?.metadata.labels[keys.skipMirror] !== 'true') return undefined;
  if (point !== undefined && !isAtLeast(point, labelledSince)) return undefined;
  const place = placeOf(given, 'metadata', 'labels', keys.skipMirror);
  return {
    check: 'endpoints',
    verdict: 'no',
    message: `its label ${keys.skipMirror} is copied to the mirror's Endpoints, and no EndpointSlice is made for them`,
    fix: "remove the label, or add it to the Link's `excludedLabels`",
    ...(place === undefined ? {} : { place }),
  };
}

function ownEndpointsStep({ target }: LinkView, { service, given }: GivenService): ReachStep {
  const { endpoints, basis, isCertain } = knownEndpoints(target, service);
  const isEmpty = isEmptyEndpoints(endpoints);
  const place = placeOf(given, 'spec', 'selector');
  return {
    check: 'endpoints',
    verdict: isCertain ? (isEmpty ? 'no' : 'yes') : 'unknown',
    message: isCertain && isEmpty ? `it has no ready endpoint (${basis})` : `its endpoints: ${basis}`,
    ...(isCertain && !isEmpty
      ? {}
      : { fix: `run its pods, or give the manifests of the workload behind it` }),
    ...(place === undefined ? {} : { place }),
  };
}

/** Whether calls to the mirror find an endpoint: the exported Service's, and in gateway mode the mirror's own. */
export function endpointsStep(
  view: LinkView,
  exported: GivenService,
  ofMirror: Endpoints | undefined,
  release: string | undefined,
): ReachStep {
  return skippedStep(exported, ofMirror, release) ?? ownEndpointsStep(view, exported);
}
