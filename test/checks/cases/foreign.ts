import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';

interface Container {
  args: string[];
  resources?: unknown;
}

function controllerOf(fleet: TestFleet): Container {
  const { spec } = fleet.find('west', 'Deployment', 'controller-east') as unknown as {
    spec: { template: { spec: { containers: [Container] } } };
  };
  return spec.template.spec.containers[0];
}

/** Changes to what others wrote or render by hand. */
export const foreignCases: Record<string, RuleCases> = {
  CONTROLLER_ARGUMENT: {
    trips: [
      {
        when: 'the last argument names another Link',
        edit: (fleet) => {
          const controller = controllerOf(fleet);
          controller.args = [...controller.args.slice(0, -1), 'orient'];
        },
      },
      {
        when: 'all arguments are flags',
        edit: (fleet) => {
          const controller = controllerOf(fleet);
          controller.args = controller.args.slice(0, -1);
        },
      },
      {
        when: 'there is no argument but the command',
        edit: (fleet) => {
          controllerOf(fleet).args = ['service-mirror'];
        },
      },
      {
        when: 'another Link is named before a flag',
        edit: (fleet) => {
          const controller = controllerOf(fleet);
          controller.args = [...controller.args.slice(0, -1), 'orient', '-log-level=info'];
        },
      },
      {
        when: 'it is told of another namespace',
        edit: (fleet) => {
          const { args } = controllerOf(fleet);
          args.splice(1, args[1]?.startsWith('-namespace') === true ? 1 : 0, '-namespace=elsewhere');
        },
      },
      {
        when: 'it probes through a Service that is not there',
        edit: (fleet) => {
          const controller = controllerOf(fleet);
          controller.args = controller.args.map((each) =>
            each.startsWith('-probe-service=') ? '-probe-service=probe-orient' : each,
          );
        },
      },
    ],
    holds: [
      {
        when: 'flags have two hyphens',
        edit: (fleet) => {
          const controller = controllerOf(fleet);
          controller.args = controller.args.map((each) => (each.startsWith('-') ? `-${each}` : each));
        },
      },
      {
        when: 'a flag stands behind the name',
        edit: (fleet) => {
          controllerOf(fleet).args.push('-log-level=info');
        },
      },
      {
        when: 'the last argument is a variable',
        edit: (fleet) => {
          const controller = controllerOf(fleet);
          controller.args = [...controller.args.slice(0, -1), '$(LINK)'];
        },
      },
    ],
  },
  RESOURCES_SHAPE: {
    trips: [
      {
        when: 'resources have the shape of the control plane’s values',
        edit: (fleet) => {
          controllerOf(fleet).resources = { cpu: { request: '5m' } };
        },
      },
    ],
    holds: [
      {
        when: 'resources have Kubernetes’ shape',
        edit: (fleet) => {
          controllerOf(fleet).resources = { requests: { cpu: '5m' }, limits: {}, claims: [] };
        },
      },
      {
        when: 'a workload outside the extension has them',
        edit: (fleet) => {
          fleet.add('west', {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            metadata: { name: 'shop', namespace: 'shop' },
            spec: { template: { spec: { containers: [{ name: 'shop', resources: { cpu: '1' } }] } } },
          });
        },
      },
    ],
  },
  NODE_PORT_OPEN: {
    trips: [
      {
        when: 'the gateway leaves its node ports to Kubernetes',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.ports.0.nodePort', undefined);
          fleet.set(fleet.gateway, 'spec.ports.1.nodePort', undefined);
        },
      },
    ],
    holds: [
      {
        when: 'the gateway is a load balancer',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.type', 'LoadBalancer');
          for (const i of [0, 1]) fleet.set(fleet.gateway, `spec.ports.${i}.nodePort`, undefined);
          fleet.set(fleet.link, 'spec.gatewayPort', '4143');
          fleet.set(fleet.link, 'spec.probeSpec.port', '4191');
          const probe = fleet.find('west', 'Service', 'probe-east');
          fleet.set(probe, 'spec.ports.0.port', 4191);
        },
      },
    ],
  },
};
