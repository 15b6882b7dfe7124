import { accountMissing } from './account-missing.js';
import { accountOrphan } from './account-orphan.js';
import { bindingDangling } from './binding-dangling.js';
import { controllerRbac } from './controller-rbac.js';
import { accountNameForm } from './name-form.js';
import { remoteRbac } from './remote-rbac.js';
import { tokenAccount } from './token-account.js';
import { tokenMissing } from './token-missing.js';
import { workloadAccount } from './workload-account.js';

/** Rules of who may do what: controllers in their own cluster, other clusters in a target. */
export const accessRules = [
  accountMissing,
  accountOrphan,
  tokenAccount,
  accountNameForm,
  tokenMissing,
  controllerRbac,
  remoteRbac,
  bindingDangling,
  workloadAccount,
];
