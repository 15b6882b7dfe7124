import { configCodes } from './config.js';
import { guardCodes } from './guards.js';
import { outputCodes } from './output.js';

/** Every code there is, with its documentation; one file per part of the product. */
export const codeCatalogue = { ...configCodes, ...guardCodes, ...outputCodes } as const;

/** A code of the closed union: each is documented and tested once. */
export type DiagnosticCode = keyof typeof codeCatalogue;
