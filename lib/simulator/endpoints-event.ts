import { retryable, type Failure } from './failure.js';
import { headlessEndpointsSeen } from './headless.js';
import { gatewaySubsets, updateMirrorEndpoints } from './mirror-endpoints.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import { isEmptyEndpoints, type Endpoints, type EndpointSubset } from './objects.js';
import { keys } from './well-known.js';

/** Whether Endpoints carry Kubernetes' label of a headless Service. */
export function isHeadlessEndpoints(endpoints: Endpoints): boolean {
  return endpoints.metadata.labels[keys.headlessService] !== undefined;
}

/** The mirror's subsets after the target's Endpoints filled or emptied. */
function mirrorSubsets(context: MirrorContext, endpoints: Endpoints): readonly EndpointSubset[] | Failure {
  if (isEmptyEndpoints(endpoints)) return [];
  const { namespace, name } = endpoints.metadata;
  const service = context.target.services.cached(namespace, name);
  if (service !== undefined) return gatewaySubsets(context, service);
  return retryable([`error retrieving exported service ${namespace}/${name}: service "${name}" not found`]);
}

/** Fills or empties a mirror when the target's Endpoints turn ready or empty. */
export function endpointsSeen(context: MirrorContext, endpoints: Endpoints): Failure | undefined {
  if (isHeadlessEndpoints(endpoints)) {
    return context.headlessEnabled ? headlessEndpointsSeen(context, endpoints) : undefined;
  }
  const { namespace, name } = endpoints.metadata;
  const local = mirrorName(context, name);
  const mirror = context.source.endpoints.cached(namespace, local);
  if (mirror === undefined) return retryable([`endpoints "${local}" not found`]);
  if (isEmptyEndpoints(mirror) === isEmptyEndpoints(endpoints)) return undefined;
  const subsets = mirrorSubsets(context, endpoints);
  if ('message' in subsets) return subsets;
  const failure = updateMirrorEndpoints(context, { ...mirror, subsets });
  if (failure !== undefined) context.source.endpoints.spoil({ ...mirror, subsets });
  return failure;
}
