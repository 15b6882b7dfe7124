import { anchorInvalid } from './anchor-invalid.js';
import { anchorsDiffer } from './anchors-differ.js';

/** Rules of trust between control planes. */
export const trustRules = [anchorInvalid, anchorsDiffer];
