import type { CodeCatalogue } from '../catalogue.js';

/** Codes of reading manifests, and of the linker speaking about itself. */
export const readingCodes = {
  FILE_TEMPLATE: {
    title: 'a template where a manifest is expected',
    why: 'What a template renders depends on values; only its result can be checked.',
  },
  FILE_NO_MANIFEST: {
    title: 'a file or folder that was named for its manifests and holds none',
    why: 'A cluster without manifests counts as one that has nothing; a wrong file would pass for it.',
  },
  FILE_TOO_LARGE: {
    title: 'a file too large to be read',
    why: 'Memory and time are bounded; what is not read is not checked.',
  },
  FILE_NOT_TEXT: {
    title: 'a file that is no text',
    why: 'Manifests are UTF-8 text; anything else would be guessed.',
  },
  YAML_DUPLICATE_KEY: {
    title: 'a key that stands twice in one map',
    why: 'kubectl and Argo CD keep the last value without a word, so the first one has no effect.',
  },
  MANIFEST_INCOMPLETE: {
    title: 'an object without apiVersion or kind',
    why: 'The API server refuses it, and what it defines is missing everywhere.',
  },
  MANIFEST_FIELD_TYPE: {
    title: 'a field of the wrong type',
    why: 'The API server refuses the object, and with it the sync of the whole Application.',
  },
  RESOURCES_SHAPE: {
    title: 'resources in a shape that Kubernetes does not have',
    why: 'Server-side apply and strict validation refuse the Deployment; anything else drops the key without a word, and the pod runs without the request.',
  },
  NOTHING_LINKED: {
    title: 'files without anything of a multicluster mesh',
    why: 'Rules look at Links, gateways and controllers; where there are none, silence means nothing.',
  },
  FACT_UNKNOWN: {
    title: 'a fact that no manifest tells',
    why: 'Rules that need it stayed silent; nothing was guessed.',
  },
  SUPPRESSION_UNUSED: {
    title: 'a suppression that suppresses nothing',
    why: 'It would hide the next mistake of its kind without anyone having decided so.',
  },
  SUPPRESSION_FORM: {
    title: 'a suppression without code or reason',
    why: 'A suppression is a decision; without a reason nobody can later tell whether it still holds.',
  },
} as const satisfies CodeCatalogue;
