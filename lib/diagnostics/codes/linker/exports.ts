import type { CodeCatalogue } from '../catalogue.js';

/** Codes of exported Services and of those who call their mirrors. */
export const exportCodes = {
  EXPORT_ANNOTATION: {
    title: 'an export written as an annotation',
    why: 'Selectors read labels only: the Service is not exported, and nothing says so.',
  },
  EXPORT_VALUE: {
    title: 'an export label with a value that nothing selects',
    why: 'No selector matches it: the Service is not exported, and nothing says so.',
  },
  MIRROR_UNRESOLVED: {
    title: 'a call to a mirror that will not exist',
    why: 'The name does not resolve: the caller fails at run time.',
  },
} as const satisfies CodeCatalogue;
