import { chartCodes } from './chart.js';
import { configCodes } from './config.js';
import { fleetCodes } from './fleet.js';
import { guardCodes } from './guards.js';
import { initCodes } from './init.js';
import { linkCodes } from './link.js';
import { linkerCodes } from './linker/index.js';
import { outputCodes } from './output.js';
import { releaseCodes } from './releases.js';
import { schemaCodes } from './schema.js';

/** Every code there is, with its documentation; one file per part of the product. */
export const codeCatalogue = {
  ...chartCodes,
  ...configCodes,
  ...fleetCodes,
  ...guardCodes,
  ...initCodes,
  ...linkCodes,
  ...linkerCodes,
  ...outputCodes,
  ...releaseCodes,
  ...schemaCodes,
} as const;

/**
 * A code of the closed union: each is documented and tested once.
 *
 * `X_…` is left to rules of third parties, which document their own.
 */
export type DiagnosticCode = keyof typeof codeCatalogue | `X_${string}`;
