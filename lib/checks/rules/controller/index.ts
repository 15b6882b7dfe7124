import { copiedDiscoveryAnnotation } from './copied-discovery-annotation.js';
import { copiedLabelSteers } from './copied-label-steers.js';
import { exclusionInert } from './exclusion-inert.js';
import { exportAndFederated } from './export-and-federated.js';
import { headlessFederated } from './headless-federated.js';
import { headlessFlat } from './headless-flat.js';
import { headlessForeignEndpoints } from './headless-foreign-endpoints.js';
import { headlessHostShared } from './headless-host-shared.js';
import { headlessHostTaken } from './headless-host-taken.js';
import { headlessNoTargetRef } from './headless-no-target-ref.js';
import { mirrorCollision } from './mirror-collision.js';
import { repairOutlastsPeriod } from './repair-outlasts-period.js';

/** Rules of what the service mirror controller does that nobody expects. */
export const controllerRules = [
  exportAndFederated,
  headlessFlat,
  headlessFederated,
  headlessNoTargetRef,
  headlessHostTaken,
  headlessHostShared,
  headlessForeignEndpoints,
  mirrorCollision,
  copiedLabelSteers,
  copiedDiscoveryAnnotation,
  repairOutlastsPeriod,
  exclusionInert,
];
