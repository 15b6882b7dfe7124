import type { TestFleet } from './fleets.js';
import type { TestObject } from './own-fleet.js';

/** The ExternalSecret of the Link's credentials in one of the two Namespaces. */
export function secretOf(fleet: TestFleet, namespace: string): TestObject {
  return fleet.find('west', 'ExternalSecret', 'cluster-credentials-east-es', namespace);
}
