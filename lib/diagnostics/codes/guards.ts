import type { CodeCatalogue } from './catalogue.js';

/** Codes of the guards: what must never be written, and what must not vanish unnoticed. */
export const guardCodes = {
  SECRET_LEAKED: {
    title: 'a secret where anyone with the repository can read it',
    why: 'What is committed stays in the history of every clone; the only cure is to revoke the credential.',
  },
  CLUSTER_REMOVED: {
    title: 'a cluster that would vanish',
    why: 'Argo CD deletes nothing for a folder that is gone: the Application fails to compare, and what it installed runs on with nobody to manage it.',
  },
  LINK_REMOVED: {
    title: 'a Link that would vanish',
    why: 'Its controller goes without cleaning up: mirror services stay with stale endpoints, or none.',
  },
  ACCOUNT_REMOVED: {
    title: 'an access account that would vanish',
    why: 'Deleting it revokes its token, and the controller of the source cluster that uses it loses access.',
  },
  NAMESPACE_REMOVED: {
    title: 'a Namespace that would vanish',
    why: 'Deleting a Namespace deletes everything in it, also what others put there.',
  },
  CRD_REMOVED: {
    title: 'a CustomResourceDefinition that would vanish',
    why: 'Deleting it deletes every object of its kind in the cluster.',
  },
  REMOVAL_NOT_NEEDED: {
    title: 'an --allow-remove that allows nothing',
    why: 'No such thing would be removed; a name that is mistyped would hide the day it matters.',
  },
} as const satisfies CodeCatalogue;
