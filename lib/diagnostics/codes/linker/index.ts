import { accessCodes } from './access.js';
import { addressCodes } from './address.js';
import { controllerCodes } from './controller.js';
import { credentialCodes } from './credentials.js';
import { deliveryCodes } from './delivery.js';
import { exportCodes } from './exports.js';
import { exposureCodes } from './exposure.js';
import { modeCodes } from './modes.js';
import { nameCodes } from './names.js';
import { readingCodes } from './reading.js';
import { trustCodes } from './trust.js';
import { versionCodes } from './versions.js';

/** Every code of the linker: title and why of its rules, written once. */
export const linkerCodes = {
  ...readingCodes,
  ...nameCodes,
  ...addressCodes,
  ...accessCodes,
  ...credentialCodes,
  ...modeCodes,
  ...exportCodes,
  ...trustCodes,
  ...versionCodes,
  ...controllerCodes,
  ...deliveryCodes,
  ...exposureCodes,
} as const;

/** A code of the linker. */
export type LinkerCode = keyof typeof linkerCodes;
