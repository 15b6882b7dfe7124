import type { Rule } from '../rule.js';
import { accessRules } from './access/index.js';
import { addressRules } from './address/index.js';
import { controllerRules } from './controller/index.js';
import { credentialRules } from './credentials/index.js';
import { deliveryRules } from './delivery/index.js';
import { exportRules } from './exports/index.js';
import { exposureRules } from './exposure/index.js';
import { modeRules } from './modes/index.js';
import { nameRules } from './names/index.js';
import { readingRules } from './reading/index.js';
import { trustRules } from './trust/index.js';
import { versionRules } from './versions/index.js';

/** Every rule of ours, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...readingRules,
  ...nameRules,
  ...addressRules,
  ...accessRules,
  ...credentialRules,
  ...modeRules,
  ...exportRules,
  ...trustRules,
  ...versionRules,
  ...controllerRules,
  ...deliveryRules,
  ...exposureRules,
];
