import { namespaceOwners } from './namespace-owners.js';
import { objectExcluded } from './object-excluded.js';
import { objectTwice } from './object-twice.js';
import { trackingCopied } from './tracking-copied.js';
import { labelValueForm } from './label-value-form.js';
import { applicationNameLong } from './application-name-long.js';
import { applicationNameSame } from './application-name-same.js';
import { projectRefuses } from './project-refuses.js';
import { objectBudget } from './object-budget.js';

/** Rules of how Argo CD delivers the manifests. */
export const deliveryRules = [
  objectTwice,
  namespaceOwners,
  objectExcluded,
  trackingCopied,
  labelValueForm,
  applicationNameLong,
  applicationNameSame,
  projectRefuses,
  objectBudget,
];
