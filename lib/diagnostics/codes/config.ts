import type { CodeCatalogue } from './catalogue.js';

/** Codes of the input: files, YAML, and what the fleet and values files say. */
export const configCodes = {
  FILE_MISSING: {
    title: 'a file that is not there',
    why: 'Only the fleet file is required; without it there is nothing to make.',
  },
  FILE_UNREADABLE: {
    title: 'a file that cannot be read',
    why: 'Nothing can be said about what is not read, so the run stops.',
  },
  FILE_ENCODING: {
    title: 'a file that is not UTF-8',
    why: 'Bytes of another encoding would turn into other characters without a word.',
  },
  YAML_SYNTAX: {
    title: 'text that is no YAML',
    why: 'The parser cannot tell what was meant; everything after this place would be guessed.',
  },
  YAML_DUPLICATE_KEY: {
    title: 'a key that stands twice in one mapping',
    why: 'Helm lets the last one win as a whole, other readers refuse the file or take the first.',
  },
  YAML_DOCUMENTS: {
    title: 'more than one document in a file',
    why: 'Helm reads the first document and drops the others without a word.',
  },
  YAML_TOO_LARGE: {
    title: 'text that is too long, too deep, or grows too much through aliases',
    why: 'Reading it would exhaust time or memory, and no fleet needs it.',
  },
  CONFIG_TYPE: {
    title: 'a value of the wrong type or form',
    why: 'A value that is quietly converted ends up as something nobody wrote.',
  },
  CONFIG_RANGE: {
    title: 'a value out of its range',
    why: 'The API server refuses it, or it means something else than it looks like.',
  },
  CONFIG_UNKNOWN_KEY: {
    title: 'a key that nothing reads',
    why: 'Helm and the API server drop unknown keys without a word, so the setting has no effect.',
  },
  CONFIG_MISSING_KEY: {
    title: 'a key that has no default is absent',
    why: 'The fact cannot be derived from anything else in the fleet.',
  },
  VALUES_CLUSTER_UNKNOWN: {
    title: 'a values file that belongs to no cluster',
    why: 'Values files are found by the name Argo CD gives a cluster; this one would silently have no effect.',
  },
  VALUES_FILE_NAME: {
    title: 'a values file under a name that is not read',
    why: 'Only `values.yaml` and `<argocdName>-values.yaml` are read, spelled exactly so.',
  },
  VALUES_WRAPPER: {
    title: "a key that is nearly the one the chart's values stand under",
    why: 'Helm hands a subchart the values under its exact name and drops the rest without a word.',
  },
} as const satisfies CodeCatalogue;
