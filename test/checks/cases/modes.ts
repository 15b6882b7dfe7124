import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { type TestObject } from '../../support/linker/own-fleet.js';

/** Says of which release the control plane of east is. */
function controlPlaneOf(fleet: TestFleet, release: string): void {
  const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
  data.values = (data.values ?? '').replace(/^linkerdVersion: .*$/m, `linkerdVersion: ${release}`);
}

/** Changes of what the modes of a Link need. */
export const modeCases: Record<string, RuleCases> = {
  SELECTOR_INVALID: {
    trips: [
      {
        when: 'a term has an operator of another language',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.federatedServiceSelector.matchExpressions', [
            { key: 'tier', operator: 'Equals', values: ['web'] },
          ]);
        },
        also: ['EXPORT_UNLINKED'],
      },
      {
        when: 'a term has a key that no label can have',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.federatedServiceSelector.matchExpressions', [
            { key: 'bad key', operator: 'DoesNotExist' },
          ]);
        },
        also: ['EXPORT_UNLINKED'],
      },
      {
        when: 'a term has a value that no label can have, beside one that it can',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.federatedServiceSelector.matchExpressions', [
            { key: 'tier', operator: 'NotIn', values: ['web', 'bad value!'] },
          ]);
        },
        also: ['EXPORT_UNLINKED'],
      },
      {
        when: 'a label has a value that no label can have',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.federatedServiceSelector.matchLabels.tier', 'bad value!');
        },
        also: ['EXPORT_UNLINKED'],
      },
    ],
    holds: [
      {
        when: 'the term is one of Kubernetes',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.federatedServiceSelector.matchExpressions', [
            { key: 'tier', operator: 'NotIn', values: ['web'] },
          ]);
        },
      },
      {
        when: 'a part of it is filled in later',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.federatedServiceSelector.matchExpressions', [
            { key: '${KEY}', operator: 'NotIn', values: ['${TIER}'] },
          ]);
        },
      },
    ],
  },
  SELECTOR_OVERLAP: {
    trips: [
      {
        when: 'flat mode takes every exported Service',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', {
            matchExpressions: [{ key: 'mirror.linkerd.io/exported', operator: 'Exists' }],
          });
        },
      },
    ],
    holds: [
      {
        when: 'the Link has no gateway',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.gatewayAddress', undefined);
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', {
            matchExpressions: [{ key: 'mirror.linkerd.io/exported', operator: 'Exists' }],
          });
        },
      },
    ],
  },
  NETWORKS_UNROUTED: {
    trips: [
      {
        when: 'the clusters are on networks of their own',
        edit: (fleet) => {
          fleet.options = { facts: { clusters: { west: { networks: ['a'] }, east: { networks: ['b'] } } } };
        },
      },
      {
        when: 'a Link without a gateway mirrors nothing yet',
        edit: (fleet) => {
          fleet.remove('east', 'Service', 'db');
          fleet.remove('east', 'Service', 'api');
          fleet.remove('east', 'Service', 'web');
          for (const field of ['gatewayAddress', 'gatewayPort', 'gatewayIdentity', 'selector'])
            fleet.set(fleet.link, `spec.${field}`, undefined);
          fleet.set(fleet.link, 'spec.probeSpec', {});
          fleet.options = { facts: { clusters: { west: { networks: ['a'] }, east: { networks: ['b'] } } } };
        },
      },
    ],
    holds: [
      {
        when: 'they share one',
        edit: (fleet) => {
          fleet.options = {
            facts: { clusters: { west: { networks: ['a', 'c'] }, east: { networks: ['b', 'c'] } } },
          };
        },
      },
      {
        when: 'everything goes through the gateway',
        edit: (fleet) => {
          fleet.remove('east', 'Service', 'db');
          fleet.remove('east', 'Service', 'api');
          fleet.options = { facts: { clusters: { west: { networks: ['a'] }, east: { networks: ['b'] } } } };
        },
      },
    ],
  },
  SERVER_API_VERSION: {
    trips: [
      {
        when: 'the target’s CRD is that of 2.15',
        edit: (fleet) => {
          fleet.add('east', serverCrd(['v1beta1', 'v1beta2']));
        },
      },
      {
        when: 'the target’s control plane is of 2.15, and exports a Service for pods',
        edit: (fleet) => {
          controlPlaneOf(fleet, 'edge-24.2.4');
        },
      },
    ],
    holds: [
      {
        when: 'it is that of 2.16',
        edit: (fleet) => {
          fleet.add('east', serverCrd(['v1beta2', 'v1beta3']));
        },
      },
      {
        when: 'its control plane is of the release that brought the version',
        edit: (fleet) => {
          controlPlaneOf(fleet, 'edge-24.7.4');
        },
      },
      {
        when: 'its control plane is of 2.15, and exports Services through its gateway alone',
        edit: (fleet) => {
          controlPlaneOf(fleet, 'edge-24.2.4');
          fleet.remove('east', 'Service', 'db');
          fleet.remove('east', 'Service', 'api');
        },
      },
    ],
  },
  CONTROL_PLANE_NAMESPACE: {
    trips: [
      {
        when: 'the target’s is elsewhere than the Link says',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.targetClusterLinkerdNamespace', 'mesh');
        },
      },
    ],
    holds: [
      {
        when: 'the Link does not say',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.targetClusterLinkerdNamespace', undefined);
        },
      },
    ],
  },
};

function serverCrd(versions: readonly string[]): TestObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'servers.policy.linkerd.io' },
    spec: {
      group: 'policy.linkerd.io',
      versions: versions.map((name, i) => ({ name, served: true, storage: i === versions.length - 1 })),
    },
  };
}
