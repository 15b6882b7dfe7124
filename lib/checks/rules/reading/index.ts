import { fieldType } from './field-type.js';

/** Rules of what the API server refuses whatever it means. */
export const readingRules = [fieldType];
