import type { RuleCases } from '../../support/linker/cases.js';
import { accessCases } from './access.js';
import { addressCases } from './address.js';
import { argocdCases } from './argocd.js';
import { controllerCases } from './controller.js';
import { credentialCases } from './credentials.js';
import { deliveryCases } from './delivery.js';
import { encodingCases } from './encoding.js';
import { exportCases } from './exports.js';
import { foreignCases } from './foreign.js';
import { nameCases } from './names.js';
import { rbacCases } from './rbac.js';
import { restCases } from './rest.js';
import { routeCases } from './routes.js';
import { trustCases } from './trust.js';

const all: readonly Readonly<Record<string, RuleCases>>[] = [
  nameCases,
  addressCases,
  accessCases,
  credentialCases,
  encodingCases,
  exportCases,
  foreignCases,
  deliveryCases,
  controllerCases,
  rbacCases,
  routeCases,
  argocdCases,
  trustCases,
  restCases,
];

/** Changes for every rule, by its code; several files may hold some of one rule. */
export const cases: Record<string, RuleCases> = {};
for (const some of all) {
  for (const [code, { trips, holds }] of Object.entries(some)) {
    const known = cases[code];
    cases[code] = { trips: [...(known?.trips ?? []), ...trips], holds: [...(known?.holds ?? []), ...holds] };
  }
}
