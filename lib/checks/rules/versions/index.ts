import { controllerReplicas } from './controller-replicas.js';
import { controllerTwice } from './controller-twice.js';
import { linkApiVersion } from './link-api-version.js';
import { linkCreatedBy } from './link-created-by.js';
import { linkFieldPruned } from './link-field-pruned.js';
import { linkFieldUnknown } from './link-field-unknown.js';
import { legacyLeftover } from './legacy-leftover.js';

/** Rules of releases and API versions. */
export const versionRules = [
  linkApiVersion,
  linkFieldUnknown,
  linkFieldPruned,
  linkCreatedBy,
  controllerTwice,
  controllerReplicas,
  legacyLeftover,
];
