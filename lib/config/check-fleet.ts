import fleetSchema from '../../config/schema/fleet.schema.json' with { type: 'json' };
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { apiServerChecks } from './checks/api-server-checks.js';
import { applicationNameChecks } from './checks/application-name-checks.js';
import { argocdNameChecks } from './checks/argocd-name-checks.js';
import { gatewayPortChecks } from './checks/gateway-port-checks.js';
import { mountChecks } from './checks/mount-checks.js';
import { patchChecks } from './checks/patch-checks.js';
import { selectorChecks } from './checks/selector-checks.js';
import { syncOptionChecks } from './checks/sync-option-checks.js';
import { suppressionChecks } from './checks/suppression-checks.js';
import { targetNameChecks } from './checks/target-name-checks.js';
import { topologyChecks } from './checks/topology-checks.js';
import type { FleetConfig } from './fleet-config.js';
import { fleetHint } from './fleet-hints.js';
import { soundPart } from './sound-part.js';
import type { JsonSchema } from './validate/json-schema.js';
import type { Subject } from './validate/subject.js';
import { validate } from './validate/validate.js';

/**
 * Every mistake in the data of a fleet, as far as the fleet file alone shows it.
 *
 * What refers to other parts of the file is checked as far as those parts are sound; `sound` is what remains.
 */
export function checkFleet(
  data: unknown,
  places: Pick<Subject, 'placeOf' | 'spellingOf' | 'hasPlainNumbers'>,
): { sound?: FleetConfig; diagnostics: readonly Diagnostic[] } {
  // the type that TypeScript infers for a JSON file is far narrower than what it means
  const schema = fleetSchema as unknown as JsonSchema;
  const validation = validate(data, { schema, ...places, hint: fleetHint });
  const fleet = soundPart(data, validation.unsound);
  const checks = [
    topologyChecks,
    apiServerChecks,
    argocdNameChecks,
    applicationNameChecks,
    gatewayPortChecks,
    mountChecks,
    patchChecks,
    selectorChecks,
    suppressionChecks,
    syncOptionChecks,
    targetNameChecks,
  ];
  if (fleet === undefined) return { diagnostics: validation.diagnostics };
  const found = checks.flatMap((check) => check(fleet, places.placeOf));
  return { sound: fleet, diagnostics: [...validation.diagnostics, ...found] };
}
