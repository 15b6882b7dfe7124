import { accountMissing } from './account-missing.js';
import { accountOrphan } from './account-orphan.js';
import { accountNameForm } from './name-form.js';
import { tokenAccount } from './token-account.js';
import { tokenMissing } from './token-missing.js';

/** Rules of who may read a target. */
export const accessRules = [accountMissing, accountOrphan, tokenAccount, accountNameForm, tokenMissing];
