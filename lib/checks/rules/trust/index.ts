import { anchorsDiffer } from './anchors-differ.js';

/** Rules of trust between control planes. */
export const trustRules = [anchorsDiffer];
