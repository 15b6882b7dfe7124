import type { RuleCases } from '../../support/linker/cases.js';

/** Changes of fields that no API server refuses. */
export const linkFieldCases: Record<string, RuleCases> = {
  MANIFEST_FIELD_TYPE: {
    trips: [
      {
        when: 'a port of the Link is a number',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.gatewayPort', 30143);
        },
      },
      {
        when: 'the period of its probe is a number, and its timeout a list',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.probeSpec.period', 3);
          fleet.set(fleet.link, 'spec.probeSpec.timeout', ['30s']);
        },
      },
    ],
    holds: [{ when: 'it is text', edit: () => undefined }],
  },
  LINK_API_VERSION: {
    trips: [
      {
        when: 'the CRD no longer serves the Link’s version',
        edit: (fleet) => {
          fleet.set(
            fleet.find('west', 'CustomResourceDefinition', 'links.multicluster.linkerd.io'),
            'spec.versions.2.served',
            false,
          );
        },
      },
    ],
    holds: [
      {
        when: 'the Link is of an older version that is served',
        edit: (fleet) => {
          fleet.link.apiVersion = 'multicluster.linkerd.io/v1alpha2';
        },
      },
    ],
  },
  LINK_FIELD_UNKNOWN: {
    trips: [
      {
        when: 'the Link has `excludeLabels`',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludeLabels', ['app']);
        },
      },
      {
        when: 'a selector has `matchLabel` too',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector.matchLabel', { 'mirror.linkerd.io/exported': 'true' });
        },
      },
      {
        when: 'a selector has a label beside its terms',
        edit: (fleet) => {
          const term = { 'mirror.linkerd.io/federated': 'member' };
          fleet.set(fleet.link, 'spec.federatedServiceSelector', { matchLabels: term, ...term });
        },
      },
    ],
    holds: [
      {
        when: 'it has `excludedLabels`',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludedLabels', ['app']);
        },
      },
      {
        when: 'a selector has terms of both kinds',
        edit: (fleet) => {
          const matchExpressions = [{ key: 'tier', operator: 'DoesNotExist' }];
          fleet.set(fleet.link, 'spec.selector.matchExpressions', matchExpressions);
        },
      },
    ],
  },
  LINK_FIELD_PRUNED: {
    trips: [
      {
        when: 'a v1alpha2 Link has exclusions',
        edit: (fleet) => {
          fleet.link.apiVersion = 'multicluster.linkerd.io/v1alpha2';
        },
      },
    ],
    holds: [{ when: 'a v1alpha3 Link has them', edit: () => undefined }],
  },
  LINK_CREATED_BY: {
    trips: [
      {
        when: 'the Link was made by another release',
        edit: (fleet) => {
          fleet.link.metadata.annotations = { 'linkerd.io/created-by': 'linkerd/cli edge-26.5.1' };
        },
      },
      {
        when: 'the Link does not say',
        edit: (fleet) => {
          fleet.link.metadata.annotations = {};
        },
      },
    ],
    holds: [{ when: 'it was made by the one that runs', edit: () => undefined }],
  },
};
