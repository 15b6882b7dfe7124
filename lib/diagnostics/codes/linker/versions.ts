import type { CodeCatalogue } from '../catalogue.js';

/** Codes of releases, API versions and leftovers of earlier ones. */
export const versionCodes = {
  LINK_API_VERSION: {
    title: 'a Link of a version that the CRD does not serve',
    why: 'The API server refuses the object: no Link, no mirroring.',
  },
  LINK_FIELD_UNKNOWN: {
    title: 'a field of a Link that no CRD has',
    why: 'The API server prunes it without a word; the setting has no effect.',
  },
  LINK_FIELD_PRUNED: {
    title: 'a field that the Link’s API version does not have',
    why: 'A write in an older version prunes the field without a word; the setting has no effect.',
  },
  LINK_CREATED_BY: {
    title: 'a Link made by another release',
    why: '`linkerd multicluster check` warns that Link and CLI versions differ, on every run, until nobody reads it.',
  },
  CONTROLLER_TWICE: {
    title: 'two controllers for one Link',
    why: 'They compete for one lease. From edge-25.1.1 on the one that loses it burns a whole core until it is restarted, while mirroring works through the other.',
  },
  CONTROLLER_REPLICAS: {
    title: 'a controller with more than one replica',
    why: 'From edge-25.1.1 on a replica that loses the lease while another holds it burns a whole core until it is restarted.',
  },
  LEGACY_LEFTOVER: {
    title: 'an object of a legacy controller beside the chart’s',
    why: 'It shows a gateway that nobody probes, or keeps an account alive; where its Deployment still runs, two controllers fight for one lease.',
  },
} as const satisfies CodeCatalogue;
