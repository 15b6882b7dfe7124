import { issuerIdentity } from './issuer-identity.js';
import { issuerUntrusted } from './issuer-untrusted.js';
import { anchorInvalid } from './anchor-invalid.js';
import { anchorsDiffer } from './anchors-differ.js';

/** Rules of trust between control planes. */
export const trustRules = [anchorInvalid, anchorsDiffer, issuerIdentity, issuerUntrusted];
