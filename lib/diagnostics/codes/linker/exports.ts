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
  EXPORT_UNLINKED: {
    title: 'an export that no Link selects',
    why: 'The Service is marked for a mode that no Link to its cluster mirrors: nothing appears, and nothing says so.',
  },
  EXPORT_NAMESPACE: {
    title: 'a mirrored Service without its namespace',
    why: 'The Service is skipped until the namespace exists in the source; the only signs are an event in the target and the status of the Link.',
  },
  EXPORT_NO_PORTS: {
    title: 'an exported Service without ports',
    why: 'A Service without ports is never mirrored, in any mode; the only sign is an event in the target.',
  },
  FEDERATED_PORTS_DIFFER: {
    title: 'members of one federated Service with different ports',
    why: 'The federated Service has the ports of its oldest member alone, by the age of Links: calls to other ports fail, and making a Link anew may change them.',
  },
} as const satisfies CodeCatalogue;
