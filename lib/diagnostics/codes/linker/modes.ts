import type { CodeCatalogue } from '../catalogue.js';

/** Codes of the modes that a Link mirrors in, and of its selectors. */
export const modeCodes = {
  GATEWAY_MISSING: {
    title: 'a gateway-mode Link to a cluster without a gateway',
    why: 'Nothing listens at the address: mirrors have endpoints that refuse every connection.',
  },
  SELECTOR_NONE: {
    title: 'a Link that selects nothing',
    why: 'A selector without terms matches nothing, on purpose: the controller runs and mirrors no Service.',
  },
  SELECTOR_ECHO: {
    title: 'a selector that matches mirrors',
    why: 'Labels are copied to mirrors. Two clusters linked both ways mirror each other’s mirrors, one suffix longer every round, until names reach 63 characters.',
  },
} as const satisfies CodeCatalogue;
