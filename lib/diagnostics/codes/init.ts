import type { CodeCatalogue } from './catalogue.js';

/** Codes of `linkspan init`. */
export const initCodes = {
  INIT_FILE_EXISTS: {
    title: 'a file where the starter fleet would go',
    why: 'init never overwrites what somebody wrote.',
  },
  INIT_UNWRITABLE: {
    title: 'a folder that cannot be written to',
    why: 'The starter fleet has nowhere to go.',
  },
} as const satisfies CodeCatalogue;
