import type { CodeCatalogue } from './catalogue.js';

/** Codes of the input: files, YAML, and what the fleet and values files say. */
export const configCodes = {
  FILE_UNREADABLE: {
    title: 'a file that cannot be read',
    why: 'Nothing can be said about what is not read, so the run stops.',
  },
  YAML_SYNTAX: {
    title: 'text that is no YAML',
    why: 'The parser cannot tell what was meant; everything after this place would be guessed.',
  },
  CONFIG_TYPE: {
    title: 'a value of the wrong type or form',
    why: 'A value that is quietly converted ends up as something nobody wrote.',
  },
  CONFIG_UNKNOWN_KEY: {
    title: 'a key that nothing reads',
    why: 'Helm and the API server drop unknown keys without a word, so the setting has no effect.',
  },
  CONFIG_MISSING_KEY: {
    title: 'a key that has no default is absent',
    why: 'The fact cannot be derived from anything else in the fleet.',
  },
} as const satisfies CodeCatalogue;
