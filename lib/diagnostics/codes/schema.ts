import type { CodeCatalogue } from './catalogue.js';

/** Codes of the structure of manifests: what an API server prunes, or refuses to read. */
export const schemaCodes = {
  SCHEMA_UNKNOWN_FIELD: {
    title: 'a field that the kind does not have',
    why: 'The API server drops unknown fields without a word, so the setting has no effect.',
  },
  SCHEMA_MISSING_FIELD: {
    title: 'a field that the kind requires is absent',
    why: 'The API server refuses the object, and a sync stops there.',
  },
  SCHEMA_TYPE: {
    title: 'a field of another type than the kind has',
    why: 'The API server cannot read the object at all, and a sync stops there.',
  },
  SCHEMA_VALUE: {
    title: 'a field whose content its schema does not allow',
    why: 'The API server refuses the object, and a sync stops there.',
  },
} as const satisfies CodeCatalogue;
