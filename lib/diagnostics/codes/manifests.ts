import type { CodeCatalogue } from './catalogue.js';

/** Codes of the objects themselves, before anything is written. */
export const manifestCodes = {
  MANIFEST_INVALID: {
    title: 'an object that its own schema refuses',
    why: 'The API server would refuse it with strict validation, or drop the field without a word.',
  },
} as const satisfies CodeCatalogue;
