import type { RuleCases } from '../../support/linker/cases.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const exported = { 'mirror.linkerd.io/exported': 'true' };
const member = { 'mirror.linkerd.io/federated': 'member' };

const namespace = (name: string): TestObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

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
};
