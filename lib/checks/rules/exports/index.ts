import { exportAnnotation } from './export-annotation.js';
import { exportKey } from './export-key.js';
import { exportValue } from './export-value.js';
import { mirrorUnresolved } from './mirror-unresolved.js';
import { exportUnlinked } from './export-unlinked.js';
import { exportNamespace } from './export-namespace.js';
import { exportNoPorts } from './export-no-ports.js';
import { federatedPortsDiffer } from './federated-ports-differ.js';
import { copiedMetadata } from './copied-metadata.js';
import { exportNotService } from './export-not-service.js';
import { routeBackend } from './route-backend.js';
import { routeNewer } from './route-newer.js';
import { splitFlat } from './split-flat.js';

/** Rules of exported Services and their callers. */
export const exportRules = [
  exportAnnotation,
  exportValue,
  exportKey,
  mirrorUnresolved,
  exportUnlinked,
  exportNamespace,
  exportNoPorts,
  federatedPortsDiffer,
  exportNotService,
  copiedMetadata,
  routeBackend,
  routeNewer,
  splitFlat,
];
