import type { Rule } from '../rule.js';
import { addressRules } from './address/index.js';
import { nameRules } from './names/index.js';
import { readingRules } from './reading/index.js';

/** Every rule of ours, in the order of the documentation. */
export const rules: readonly Rule[] = [...readingRules, ...nameRules, ...addressRules];
