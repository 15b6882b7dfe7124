import { credentialsControlPlane } from './control-plane.js';
import { credentialsDomain } from './domain.js';
import { credentialsKey } from './key.js';
import { kubeconfigUnusable } from './kubeconfig.js';
import { credentialsLabel } from './label.js';
import { credentialsNamespace } from './namespace.js';
import { credentialsRotation } from './rotation.js';
import { kubeconfigServer } from './server.js';
import { storeShared } from './store-shared.js';
import { credentialsType } from './type.js';

/** Rules of the two Secrets a Link needs. */
export const credentialRules = [
  credentialsNamespace,
  credentialsKey,
  credentialsType,
  credentialsLabel,
  credentialsDomain,
  credentialsControlPlane,
  storeShared,
  kubeconfigUnusable,
  kubeconfigServer,
  credentialsRotation,
];
