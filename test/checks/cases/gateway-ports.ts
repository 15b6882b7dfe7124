import type { RuleCases } from '../../support/linker/cases.js';
import { gatewayField, linkField } from '../../support/linker/field-changes.js';

/** Changes of the ports of the gateway, and of those that the Link has for it. */
export const gatewayPortCases: Record<string, RuleCases> = {
  LINK_PORT_FORM: {
    trips: [
      linkField('spec.gatewayPort', 'mc-gateway'),
      linkField('spec.gatewayPort', '70000'),
      linkField('spec.gatewayPort', undefined),
      linkField('spec.probeSpec.port', '0'),
    ],
    holds: [linkField('spec.gatewayPort', '30143')],
  },
  GATEWAY_PORT_MISMATCH: {
    trips: [linkField('spec.gatewayPort', '4143'), gatewayField('spec.ports.0.nodePort', 30144)],
    holds: [gatewayField('spec.ports.0.nodePort', undefined)],
  },
  GATEWAY_PROXY_PORTS: {
    trips: [gatewayField('spec.ports.0.port', 8443), gatewayField('spec.ports.1.port', 9990)],
    holds: [
      {
        when: 'the proxy listens on that port',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.ports.0.port', 5143);
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace('inbound: 4143', 'inbound: 5143');
        },
      },
    ],
  },
  NODE_PORT_RANGE: {
    trips: [gatewayField('spec.ports.0.nodePort', 4143, ['GATEWAY_PORT_MISMATCH'])],
    holds: [gatewayField('spec.ports.0.nodePort', 32767)],
  },
  NODE_PORT_TWICE: {
    trips: [
      {
        when: 'another Service wants the gateway’s node port',
        edit: (fleet) => {
          fleet.set(fleet.find('east', 'Service', 'inner'), 'spec.ports.0.nodePort', 30143);
        },
      },
    ],
    holds: [
      {
        when: 'a Service of another cluster has it',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.nodePort', 30143);
        },
      },
    ],
  },
};
