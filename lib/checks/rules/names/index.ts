import { clusterTwoNames } from './cluster-two-names.js';
import { controllerArgument } from './controller-argument.js';
import { controllerLinkMissing } from './controller-link-missing.js';
import { credentialsName } from './credentials-name.js';
import { federatedNameTaken } from './federated-name-taken.js';
import { linkControllerMissing } from './link-controller-missing.js';
import { linkNameForm } from './link-name-form.js';
import { linkNameLong } from './link-name-long.js';
import { linkNameTarget } from './link-name-target.js';
import { linkTargetMissing } from './link-target-missing.js';
import { linkTargetTwice } from './link-target-twice.js';
import { mirrorNameLong } from './mirror-name-long.js';
import { mirrorNameTaken } from './mirror-name-taken.js';

/** Rules of names. */
export const nameRules = [
  linkNameForm,
  linkNameLong,
  linkNameTarget,
  linkTargetMissing,
  linkTargetTwice,
  linkControllerMissing,
  controllerLinkMissing,
  controllerArgument,
  credentialsName,
  mirrorNameLong,
  mirrorNameTaken,
  federatedNameTaken,
  clusterTwoNames,
];
