import type { CodeCatalogue } from './catalogue.js';

/** Codes of `linkerd.release`: which Linkerd the fleet runs. */
export const releaseCodes = {
  RELEASE_MALFORMED: {
    title: 'text that names no Linkerd release',
    why: 'The release picks the API versions and the form of every object; guessing it would produce objects of another one.',
  },
  RELEASE_TOO_OLD: {
    title: 'a release older than 2.14, or an early edge release',
    why: 'Its chart was never compared with what is generated here.',
  },
  RELEASE_UNPUBLISHED: {
    title: 'a release that does not exist',
    why: 'No image has its tag, so pods would never start.',
  },
  RELEASE_UNVERIFIED: {
    title: 'a release newer than the newest verified one',
    why: 'It is treated as the newest verified release; what its chart changed since is not known here.',
  },
  RELEASE_PATCH: {
    title: 'a patch of a stable line that has no open-source patches',
    why: 'From 2.15 on the open-source project publishes edge releases alone, so the line itself stands for the patch.',
  },
} as const satisfies CodeCatalogue;
