import { namespaceOwners } from './namespace-owners.js';
import { objectExcluded } from './object-excluded.js';
import { objectTwice } from './object-twice.js';
import { trackingCopied } from './tracking-copied.js';

/** Rules of how Argo CD delivers the manifests. */
export const deliveryRules = [objectTwice, namespaceOwners, objectExcluded, trackingCopied];
