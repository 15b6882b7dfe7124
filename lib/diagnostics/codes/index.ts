import { configCodes } from './config.js';
import { linkerCodes } from './linker/index.js';

/** Every code there is, with its documentation; one file per part of the product. */
export const codeCatalogue = { ...configCodes, ...linkerCodes } as const;

/**
 * A code of the closed union: each is documented and tested once.
 *
 * `X_…` is left to rules of third parties, which document their own.
 */
export type DiagnosticCode = keyof typeof codeCatalogue | `X_${string}`;
