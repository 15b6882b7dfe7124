import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { link, service, type TestObject } from '../../support/linker/own-fleet.js';

const exported = { 'mirror.linkerd.io/exported': 'true' };
const member = { 'mirror.linkerd.io/federated': 'member' };

const namespace = (name: string): TestObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

/** Says of which release the control plane of east is. */
function controlPlaneOf(fleet: TestFleet, release: string): void {
  const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
  data.values = (data.values ?? '').replace(/^linkerdVersion: .*$/m, `linkerdVersion: ${release}`);
}

/** Changes of exported Services. */
export const exportCases: Record<string, RuleCases> = {
  EXPORT_KEY: {
    trips: [
      {
        when: 'the last letters are missing',
        edit: (fleet) => {
          fleet.add('east', service('near', { 'mirror.linkerd.io/export': 'true' }));
        },
      },
      {
        when: 'the prefix is another of Linkerd’s',
        edit: (fleet) => {
          fleet.add('east', service('near', { 'multicluster.linkerd.io/federated': 'member' }));
        },
      },
    ],
    holds: [
      {
        when: 'a Link selects by that key',
        edit: (fleet) => {
          const own = { 'mirror.linkerd.io/export': 'true' };
          fleet.set(fleet.link, 'spec.selector.matchLabels', own);
          fleet.add('east', service('near', own));
        },
      },
      {
        when: 'the label is somebody else’s',
        edit: (fleet) => {
          fleet.add('east', service('near', { 'example.com/exported': 'true', exported: 'true' }));
        },
      },
      {
        when: 'the label takes the Service out',
        edit: (fleet) => {
          fleet.add('east', service('near', { 'mirror.linkerd.io/export': 'false' }));
        },
      },
      {
        when: 'the export label stands beside it',
        edit: (fleet) => {
          fleet.add('east', service('near', { ...exported, 'mirror.linkerd.io/export': 'true' }));
        },
      },
      {
        when: 'the Service is a mirror, with labels of its original',
        edit: (fleet) => {
          const labels = {
            'mirror.linkerd.io/mirrored-service': 'true',
            'multicluster.linkerd.io/export': 'true',
          };
          fleet.add('west', service('near-east', labels));
        },
      },
    ],
  },
  EXPORT_UNLINKED: {
    trips: [
      {
        when: 'no Link is flat',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', undefined);
        },
      },
    ],
    holds: [
      {
        when: 'no given Link leads to the cluster',
        edit: (fleet) => {
          fleet.add('west', service('lonely', exported));
        },
      },
    ],
  },
  EXPORT_NAMESPACE: {
    trips: [
      {
        when: 'the source creates other namespaces',
        edit: (fleet) => {
          fleet.add('west', namespace('store'));
        },
      },
    ],
    holds: [
      {
        when: 'the source creates it',
        edit: (fleet) => {
          fleet.add('west', namespace('shop'));
        },
      },
      {
        when: 'the controller creates namespaces',
        edit: (fleet) => {
          fleet.add('west', namespace('store'));
          const controller = fleet.find('west', 'Deployment', 'controller-east');
          const path = 'spec.template.spec.containers.0.args';
          fleet.set(controller, path, ['service-mirror', '-enable-namespace-creation', 'east']);
        },
      },
    ],
  },
  EXPORT_NO_PORTS: {
    trips: [
      {
        when: 'a Service declares none',
        edit: (fleet) => {
          fleet.add('east', { ...service('bare', exported), spec: { clusterIP: 'None' } });
        },
      },
      {
        when: 'a Service is a name outside of the cluster, without ports',
        edit: (fleet) => {
          const spec = { type: 'ExternalName', externalName: 'db.example.com' };
          fleet.add('east', { ...service('bare', exported), spec });
        },
      },
    ],
    holds: [
      {
        when: 'it is not exported',
        edit: (fleet) => {
          fleet.add('east', { ...service('bare', {}), spec: { clusterIP: 'None' } });
        },
      },
    ],
  },
  FEDERATED_PORTS_DIFFER: {
    trips: [
      {
        when: 'the source’s own member has another port',
        edit: (fleet) => {
          fleet.add('west', { ...service('api', member), spec: { ports: [{ port: 81 }] } });
        },
      },
    ],
    holds: [
      {
        when: 'only names of ports differ',
        edit: (fleet) => {
          fleet.add('west', { ...service('api', member), spec: { ports: [{ name: 'web', port: 80 }] } });
        },
      },
    ],
  },
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
  LEGACY_LEFTOVER: {
    trips: [
      {
        when: 'the legacy probe Service is there',
        edit: (fleet) => {
          fleet.add('west', probe('probe-gateway-east'));
        },
      },
    ],
    holds: [
      {
        when: 'it is of another Link',
        edit: (fleet) => {
          fleet.add('west', probe('probe-gateway-south'));
        },
      },
    ],
  },
};

function probe(name: string): TestObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: link().metadata.namespace ?? '' },
    spec: { ports: [{ name: 'mc-probe', port: 30191 }] },
  };
}

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
