import type { RuleCases } from '../../support/linker/cases.js';
import type { TestObject } from '../../support/linker/own-fleet.js';

const secondController = (name: string): TestObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name,
    namespace: 'linkerd-multicluster',
    labels: { component: 'service-mirror', 'mirror.linkerd.io/cluster-name': 'east' },
  },
  spec: { replicas: 1 },
});

/** Changes of the gateway and of the controllers that run. */
export const workloadCases: Record<string, RuleCases> = {
  GATEWAY_MISSING: {
    trips: [
      {
        when: 'the target renders no gateway',
        edit: (fleet) => {
          fleet.remove('east', 'Service', 'linkerd-gateway');
        },
      },
    ],
    holds: [
      {
        when: 'the Link has no gateway either',
        edit: (fleet) => {
          fleet.remove('east', 'Service', 'linkerd-gateway');
          fleet.set(fleet.link, 'spec.gatewayAddress', undefined);
        },
      },
    ],
  },
  CONTROLLER_TWICE: {
    trips: [
      {
        when: 'a legacy controller is left over',
        edit: (fleet) => {
          fleet.add('west', secondController('linkerd-service-mirror-east'));
        },
      },
    ],
    holds: [
      {
        when: 'it serves another Link',
        edit: (fleet) => {
          const controller = secondController('linkerd-service-mirror-south');
          controller.metadata.labels = {
            component: 'service-mirror',
            'mirror.linkerd.io/cluster-name': 'south',
          };
          fleet.add('west', controller);
        },
      },
    ],
  },
  CONTROLLER_REPLICAS: {
    trips: [
      {
        when: 'the controller has two replicas',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Deployment', 'controller-east'), 'spec.replicas', 2);
        },
      },
    ],
    holds: [
      {
        when: 'the local mirror has two',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Deployment', 'linkerd-local-service-mirror'), 'spec.replicas', 2);
        },
      },
    ],
  },
};
