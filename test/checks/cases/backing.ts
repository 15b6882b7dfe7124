import { adding, type RuleCases } from '../../support/linker/cases.js';
import { service } from '../../support/linker/own-fleet.js';

/** Changes to what stands behind gateways and local mirrors. */
export const backingCases: Record<string, RuleCases> = {
  LOCAL_MIRROR_MISSING: {
    trips: [
      {
        when: 'a local Service is a member and nothing puts it in',
        edit: (fleet) => {
          fleet.add('west', service('own', { 'mirror.linkerd.io/federated': 'member' }));
          fleet.remove('west', 'Deployment', 'linkerd-local-service-mirror');
        },
      },
    ],
    holds: [
      {
        when: 'the local mirror runs',
        edit: adding('west', service('own', { 'mirror.linkerd.io/federated': 'member' })),
      },
      {
        when: 'no local Service is a member',
        edit: (fleet) => {
          fleet.remove('west', 'Deployment', 'linkerd-local-service-mirror');
        },
      },
    ],
  },
  GATEWAY_PORT_NAME: {
    trips: [
      {
        when: 'the gateway’s port is called otherwise',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.ports.0.name', 'gateway');
        },
      },
    ],
    holds: [
      {
        when: 'a Service that is no gateway has ports of other names',
        edit: (fleet) => {
          fleet.set(fleet.find('east', 'Service', 'web'), 'spec.ports', [{ name: 'http', port: 80 }]);
        },
      },
    ],
  },
  GATEWAY_UNBACKED: {
    trips: [
      {
        when: 'the Service selects other pods',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.selector', { component: 'linkerd-gateway' });
        },
      },
      {
        when: 'the pods are injected and no gateways',
        edit: (fleet) => {
          fleet.set(
            fleet.find('east', 'Deployment', 'linkerd-gateway'),
            'spec.template.metadata.annotations',
            {
              'linkerd.io/inject': 'enabled',
            },
          );
        },
      },
      {
        when: 'it has no pods',
        edit: (fleet) => {
          fleet.set(fleet.find('east', 'Deployment', 'linkerd-gateway'), 'spec.replicas', 0);
        },
      },
      {
        when: 'the pods get no proxy',
        edit: (fleet) => {
          fleet.set(
            fleet.find('east', 'Deployment', 'linkerd-gateway'),
            'spec.template.metadata.annotations',
            {
              'linkerd.io/inject': 'disabled',
              'config.linkerd.io/enable-gateway': 'true',
            },
          );
        },
      },
    ],
    holds: [
      {
        when: 'the namespace sets both',
        edit: (fleet) => {
          fleet.set(
            fleet.find('east', 'Deployment', 'linkerd-gateway'),
            'spec.template.metadata.annotations',
            {},
          );
          const annotations = { 'linkerd.io/inject': 'enabled', 'config.linkerd.io/enable-gateway': 'true' };
          const namespaces = (fleet.clusters.east ?? []).filter(({ kind }) => kind === 'Namespace');
          for (const namespace of namespaces) namespace.metadata.annotations = annotations;
          if (namespaces.length === 0)
            fleet.add('east', {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: { name: 'linkerd-multicluster', annotations },
            });
        },
      },
    ],
  },
};
