import { agent } from '../../support/linker/agent.js';
import { calledOtherwise } from '../../support/linker/called-otherwise.js';
import type { RuleCases } from '../../support/linker/cases.js';
import { service } from '../../support/linker/own-fleet.js';

/** Changes of what Links select, and of who relies on the mirrors. */
export const selectionCases: Record<string, RuleCases> = {
  SELECTOR_NONE: {
    trips: [
      {
        when: 'all selectors are empty',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', {});
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', undefined);
          fleet.set(fleet.link, 'spec.federatedServiceSelector', { matchLabels: {} });
        },
        also: ['EXPORT_UNLINKED'],
      },
    ],
    holds: [
      {
        when: 'one has a term',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', undefined);
        },
      },
    ],
  },
  SELECTOR_ECHO: {
    trips: [
      {
        when: 'a selector goes by a label of the user’s',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', { matchLabels: { 'example.com/export': 'yes' } });
        },
        also: ['EXPORT_UNLINKED'],
      },
      {
        when: 'a selector only excludes',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', {
            matchExpressions: [{ key: 'private', operator: 'DoesNotExist' }],
          });
        },
        also: ['EXPORT_AND_FEDERATED', 'SELECTOR_OVERLAP'],
      },
    ],
    holds: [
      {
        when: 'that label is not copied',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', { matchLabels: { 'example.com/export': 'yes' } });
          fleet.set(fleet.link, 'spec.excludedLabels', ['example.com/*']);
        },
      },
      {
        when: 'mirrors are left out by a term',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', {
            matchLabels: { 'example.com/export': 'yes' },
            matchExpressions: [{ key: 'mirror.linkerd.io/mirrored-service', operator: 'DoesNotExist' }],
          });
        },
      },
    ],
  },
  EXPORT_ANNOTATION: {
    trips: [
      {
        when: 'a Service is exported by an annotation',
        edit: (fleet) => {
          fleet.find('east', 'Service', 'inner').metadata.annotations = {
            'mirror.linkerd.io/exported': 'true',
          };
        },
      },
    ],
    holds: [
      {
        when: 'it has the label too',
        edit: (fleet) => {
          const { metadata } = fleet.find('east', 'Service', 'web');
          metadata.annotations = { 'mirror.linkerd.io/exported': 'true' };
        },
      },
    ],
  },
  EXPORT_VALUE: {
    trips: [
      {
        when: 'the label says yes',
        edit: (fleet) => {
          fleet.add('east', service('cart', { 'mirror.linkerd.io/exported': 'yes' }));
        },
      },
    ],
    holds: [
      {
        when: 'a Link selects that value',
        edit: (fleet) => {
          fleet.add('east', service('cart', { 'mirror.linkerd.io/exported': 'yes' }));
          fleet.set(fleet.link, 'spec.selector', { matchLabels: { 'mirror.linkerd.io/exported': 'yes' } });
        },
      },
    ],
  },
  MIRROR_UNRESOLVED: {
    trips: [
      {
        when: 'a configuration calls the mirror of a Service that is not exported',
        edit: (fleet) => {
          fleet.add('west', agent('url = "http://inner-east.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'a configuration calls a federated Service that has no member',
        edit: (fleet) => {
          fleet.add('west', agent('url = "http://inner-federated.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'a configuration calls a mirror by the other name of its target',
        edit: (fleet) => {
          calledOtherwise(fleet);
          fleet.options = { ...fleet.options, facts: { clusters: { east: { argocdName: 'hub' } } } };
          fleet.add('west', agent('url = "http://web-hub.shop.svc.cluster.local/push"\n'));
        },
      },
    ],
    holds: [
      {
        when: 'the federated Service has a member',
        edit: (fleet) => {
          fleet.add('west', agent('url = "http://api-federated.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'the Service is exported',
        edit: (fleet) => {
          fleet.add('west', agent('url = "http://web-east.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'the name is of another target',
        edit: (fleet) => {
          fleet.add('west', agent('url = "http://inner-south.shop.svc.cluster.local/push"\n'));
        },
      },
    ],
  },
};
