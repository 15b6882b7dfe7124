import type { RuleCases } from '../../support/linker/cases.js';
import { accessCases } from './access.js';
import { addressCases } from './address.js';
import { controllerCases } from './controller.js';
import { credentialCases } from './credentials.js';
import { deliveryCases } from './delivery.js';
import { exportCases } from './exports.js';
import { foreignCases } from './foreign.js';
import { nameCases } from './names.js';
import { rbacCases } from './rbac.js';
import { routeCases } from './routes.js';
import { restCases } from './rest.js';

/** Changes for every rule, by its code. */
export const cases: Record<string, RuleCases> = {
  ...nameCases,
  ...addressCases,
  ...accessCases,
  ...credentialCases,
  ...exportCases,
  ...deliveryCases,
  ...controllerCases,
  ...foreignCases,
  ...restCases,
  ...routeCases,
  ...rbacCases,
};
