import { credentialsEncoding } from './encoding.js';
import { credentialsControlPlane } from './control-plane.js';
import { credentialsDomain } from './domain.js';
import { credentialsKey } from './key.js';
import { kubeconfigUnusable } from './kubeconfig.js';
import { credentialsLabel } from './label.js';
import { credentialsNamespace } from './namespace.js';
import { credentialsRotation } from './rotation.js';
import { kubeconfigServer } from './server.js';
import { storeShared } from './store-shared.js';
import { credentialsTarget } from './target.js';
import { credentialsType } from './type.js';
import { pushKeyTwice } from './push-key-twice.js';
import { pushKeyUnread } from './push-key-unread.js';
import { keyUnwritten } from './key-unwritten.js';
import { pushKeyMount } from './push-key-mount.js';
import { credentialsUnread } from './unread.js';
import { credentialsUnmade } from './unmade.js';
import { storeUnseen } from './store-unseen.js';

/** Rules of the two Secrets a Link needs. */
export const credentialRules = [
  credentialsNamespace,
  credentialsKey,
  credentialsType,
  credentialsLabel,
  credentialsDomain,
  credentialsControlPlane,
  storeShared,
  credentialsTarget,
  kubeconfigUnusable,
  kubeconfigServer,
  credentialsRotation,
  pushKeyTwice,
  pushKeyUnread,
  keyUnwritten,
  pushKeyMount,
  storeUnseen,
  credentialsUnread,
  credentialsEncoding,
  credentialsUnmade,
];
