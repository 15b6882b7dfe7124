import type { CodeCatalogue } from '../catalogue.js';

/** Codes of trust between control planes. */
export const trustCodes = {
  TRUST_ANCHORS_DIFFER: {
    title: 'linked clusters without a common trust anchor',
    why: 'Each side refuses the other’s certificates: no connection between the clusters is ever established.',
  },
} as const satisfies CodeCatalogue;
