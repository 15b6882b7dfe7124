import { targetServiceName } from '../mirror-context.js';
import { isEmptyEndpoints, type Endpoints, type Service } from '../objects.js';
import { keys } from '../well-known.js';
import { endpointsBasis } from './assumed-endpoints.js';
import type { LinkView } from './link-view.js';
import type { PredictedMode } from './prediction.js';

/** The exported Service behind a mirror, if the target's manifests hold it. */
function exportedOf(view: LinkView, mirror: Service): Service | undefined {
  const { namespace, name } = mirror.metadata;
  return view.target.services.get(`${namespace}/${targetServiceName(view, name)}`)?.service;
}

/** What is assumed of a mirror, and which of the controller's habits will surprise. */
export function mirrorNotes(
  view: LinkView,
  mirror: Service,
  mode: PredictedMode,
  endpoints: Endpoints | undefined,
): readonly string[] {
  const exported = exportedOf(view, mirror);
  const notes: string[] = [];
  if (exported === undefined) {
    if (mode !== 'host') notes.push(`the exported Service is not among the manifests of ${view.target.name}`);
    return notes;
  }
  if (mode === 'flat') return notes;
  const stopsRepair = mode === 'gateway' && mirror.metadata.labels[keys.remoteDiscovery] !== undefined;
  const known = endpointsBasis(view.target, exported);
  if (!known.isCertain) notes.push(`endpoints of the exported Service ${known.basis}`);
  if (mode === 'gateway' && endpoints !== undefined && isEmptyEndpoints(endpoints)) {
    const until = stopsRepair ? ', and nothing empties it again' : ' for up to a minute';
    notes.push(
      `empty, as the exported Service has no ready endpoint (${known.basis}); any change of that Service fills it${until}`,
    );
  }
  if (mode === 'headless') {
    notes.push(
      "any change of the exported Service replaces the hosts by the gateway, until that Service's endpoints change",
      'its status says `Headless mirror services are disabled`, though it works',
    );
  }
  if (stopsRepair) {
    notes.push(
      `label ${keys.remoteDiscovery} is copied from the exported Service and stops the repair of its endpoints`,
    );
  }
  if (mirror.metadata.labels[keys.skipMirror] === 'true') {
    notes.push(`label ${keys.skipMirror} is copied from the exported Service: no EndpointSlice is made`);
  }
  return notes;
}
