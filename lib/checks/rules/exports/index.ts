import { exportAnnotation } from './export-annotation.js';
import { exportValue } from './export-value.js';
import { mirrorUnresolved } from './mirror-unresolved.js';

/** Rules of exported Services and their callers. */
export const exportRules = [exportAnnotation, exportValue, mirrorUnresolved];
