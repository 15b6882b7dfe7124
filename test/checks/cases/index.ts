import type { RuleCases } from '../../support/linker/cases.js';
import { accessCases } from './access.js';
import { addressCases } from './address.js';
import { argocdSetCases } from './argocd-sets.js';
import { argocdSettingCases } from './argocd-settings.js';
import { backingCases } from './backing.js';
import { controllerCases } from './controller.js';
import { copyCases } from './copies.js';
import { credentialCases } from './credentials.js';
import { credentialContentCases } from './credential-contents.js';
import { credentialTargetCases } from './credential-target.js';
import { deliveryCases } from './delivery.js';
import { driftCases } from './drift.js';
import { encodingCases } from './encoding.js';
import { exportCases } from './exports.js';
import { exposureCases } from './exposure.js';
import { foreignCases } from './foreign.js';
import { gatewayPortCases } from './gateway-ports.js';
import { headlessCases } from './headless.js';
import { identityCases } from './identity.js';
import { kubeconfigCases } from './kubeconfig-cases.js';
import { leftoverCases } from './leftovers.js';
import { linkFieldCases } from './link-fields.js';
import { modeCases } from './modes.js';
import { nameCases } from './names.js';
import { objectCases } from './objects.js';
import { probeCases } from './probes.js';
import { pushedCredentialCases } from './pushed-credentials.js';
import { rbacCases } from './rbac.js';
import { routeCases } from './routes.js';
import { selectionCases } from './selection.js';
import { trustCases } from './trust.js';
import { waveCases } from './waves.js';
import { workloadCases } from './workloads.js';

const all: readonly Readonly<Record<string, RuleCases>>[] = [
  nameCases,
  addressCases,
  gatewayPortCases,
  probeCases,
  identityCases,
  accessCases,
  credentialCases,
  credentialContentCases,
  credentialTargetCases,
  kubeconfigCases,
  encodingCases,
  exportCases,
  modeCases,
  leftoverCases,
  foreignCases,
  pushedCredentialCases,
  deliveryCases,
  exposureCases,
  controllerCases,
  headlessCases,
  rbacCases,
  routeCases,
  copyCases,
  backingCases,
  argocdSetCases,
  argocdSettingCases,
  driftCases,
  waveCases,
  trustCases,
  selectionCases,
  linkFieldCases,
  workloadCases,
  objectCases,
];

/** Changes for every rule, by its code; several files may hold some of one rule. */
export const cases: Record<string, RuleCases> = {};
for (const some of all) {
  for (const [code, { trips, holds }] of Object.entries(some)) {
    const known = cases[code];
    cases[code] = { trips: [...(known?.trips ?? []), ...trips], holds: [...(known?.holds ?? []), ...holds] };
  }
}
