import { chartCodes } from './chart.js';
import { configCodes } from './config.js';
import { fleetCodes } from './fleet.js';
import { linkCodes } from './link.js';
import { releaseCodes } from './releases.js';

/** Every code there is, with its documentation; one file per part of the product. */
export const codeCatalogue = {
  ...chartCodes,
  ...configCodes,
  ...fleetCodes,
  ...linkCodes,
  ...releaseCodes,
} as const;

/** A code of the closed union: each is documented and tested once. */
export type DiagnosticCode = keyof typeof codeCatalogue;
