import type { RuleCase, RuleCases } from '../../support/linker/cases.js';
import { credential, service } from '../../support/linker/own-fleet.js';

/** A change of one field of the Link. */
function linkField(path: string, value: unknown, also: readonly string[] = []): RuleCase {
  return {
    when: `\`${path}\` is ${value === undefined ? 'absent' : JSON.stringify(value)}`,
    also,
    edit: (fleet) => {
      fleet.set(fleet.link, path, value);
    },
  };
}

/** A change of one field of the gateway Service. */
function gatewayField(path: string, value: unknown, also: readonly string[] = []): RuleCase {
  return {
    when: `the gateway’s \`${path}\` is ${value === undefined ? 'absent' : JSON.stringify(value)}`,
    also,
    edit: (fleet) => {
      fleet.set(fleet.gateway, path, value);
    },
  };
}

/** Links to an address, where the gateways of east and another cluster are load balancers, each at its own. */
function balanced(address: string, own: object = { ip: '203.0.113.1' }): RuleCase['edit'] {
  return (fleet) => {
    const gateway = structuredClone(fleet.gateway);
    for (const [each, ingress] of [
      [gateway, { ip: '203.0.113.2' }],
      [fleet.gateway, own],
    ] as const) {
      fleet.set(each, 'spec.type', 'LoadBalancer');
      fleet.set(each, 'status.loadBalancer.ingress', [ingress]);
    }
    fleet.add('south', gateway);
    fleet.set(fleet.link, 'spec.gatewayPort', '4143');
    fleet.set(fleet.link, 'spec.probeSpec.port', '4191');
    fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.port', 4191);
    fleet.set(fleet.link, 'spec.gatewayAddress', address);
  };
}

/** Says in the fleet's facts at which addresses gateways are reached. */
function told(addresses: Readonly<Record<string, string>>): RuleCase['edit'] {
  const clusters = Object.fromEntries(
    Object.entries(addresses).map(([name, gatewayAddress]) => [name, { gatewayAddress }]),
  );
  return (fleet) => {
    fleet.options = { facts: { clusters } };
  };
}

/** Changes of what the Link says about the gateway. */
export const addressCases: Record<string, RuleCases> = {
  GATEWAY_ADDRESS_FORM: {
    trips: [
      linkField('spec.gatewayAddress', 'gw.east.example.com:30143'),
      linkField('spec.gatewayAddress', 'https://gw.east.example.com'),
      linkField('spec.gatewayAddress', '203.0.113.1, 203.0.113.2'),
      linkField('spec.gatewayAddress', '203.0.113.1,'),
      linkField('spec.gatewayAddress', '[2001:db8::1]'),
      linkField('spec.gatewayAddress', 'localhost'),
      linkField('spec.gatewayAddress', '127.0.0.1'),
      linkField('spec.gatewayAddress', '::'),
      linkField('spec.gatewayAddress', 'fe80::1'),
      linkField('spec.gatewayAddress', '10.0.0.300'),
    ],
    holds: [
      linkField('spec.gatewayAddress', '203.0.113.1,gw.example.com'),
      linkField('spec.gatewayAddress', '2001:db8::1'),
      linkField('spec.gatewayAddress', 'localhost.example.com'),
    ],
  },
  GATEWAY_ADDRESS_MISSING: {
    trips: [linkField('spec.gatewayAddress', undefined), linkField('spec.gatewayAddress', '')],
    holds: [
      {
        when: 'the Link is flat',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.gatewayAddress', undefined);
          fleet.set(fleet.link, 'spec.selector', undefined);
        },
      },
    ],
  },
  GATEWAY_ADDRESS_MISMATCH: {
    trips: [
      {
        when: 'the Link has the address of another cluster’s load balancer',
        edit: balanced('203.0.113.2'),
      },
      {
        when: 'the target’s load balancer has another address',
        edit: balanced('203.0.113.9'),
      },
      {
        when: 'the target’s gateway asks for another address',
        edit: (fleet) => {
          balanced('203.0.113.9')(fleet);
          fleet.set(fleet.gateway, 'status', undefined);
          fleet.set(fleet.gateway, 'spec.loadBalancerIP', '203.0.113.1');
        },
      },
      {
        when: 'its load balancer’s host is another of the same provider',
        edit: balanced('b-2.elb.example.com', { hostname: 'a-1.elb.example.com' }),
      },
      {
        when: 'the fleet’s facts tell another address',
        edit: told({ east: 'gateway.east.example.com' }),
      },
      {
        when: 'the fleet’s facts tell that it is the source’s own',
        edit: told({ west: 'gw.east.example.com' }),
      },
      {
        when: 'Links to two clusters have one address and port',
        also: ['LINK_CONTROLLER_MISSING', 'CREDENTIALS_CONTROL_PLANE'],
        edit: (fleet) => {
          const other = structuredClone(fleet.link);
          other.metadata.name = 'south';
          fleet.set(other, 'spec.targetClusterName', 'south');
          fleet.set(other, 'spec.clusterCredentialsSecret', 'cluster-credentials-south');
          const secret = credential('linkerd-multicluster');
          secret.metadata.name = 'cluster-credentials-south-es';
          fleet.set(secret, 'spec.target.name', 'cluster-credentials-south');
          fleet.set(secret, 'spec.data.0.remoteRef.key', 'linkerd/west-to-south');
          fleet.add('west', other, secret);
          fleet.add('south', service('inner', {}));
        },
      },
    ],
    holds: [
      {
        when: 'the Link has the address of the target’s load balancer',
        edit: balanced('203.0.113.1'),
      },
      {
        when: 'a name is given in place of an IP',
        edit: balanced('gw.east.example.com'),
      },
      {
        when: 'a name stands before that of the load balancer',
        edit: balanced('gw.east.example.com', { hostname: 'a-1.elb.example.com' }),
      },
      {
        when: 'the load balancer’s address is private and the Link’s is not',
        edit: balanced('203.0.113.9', { ip: '10.0.0.1' }),
      },
      {
        when: 'another Service of the target has the address',
        edit: (fleet) => {
          balanced('203.0.113.9')(fleet);
          const front = service('front', {});
          fleet.set(front, 'spec.externalIPs', ['203.0.113.9']);
          fleet.add('east', front);
        },
      },
      {
        when: 'the fleet’s facts tell the same of both clusters',
        edit: told({ east: 'GW.east.example.com.', south: 'gw.east.example.com' }),
      },
    ],
  },
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
  PROBE_PORT_MISMATCH: {
    trips: [
      linkField('spec.probeSpec.port', '4191', ['PROBE_SERVICE_PORT']),
      gatewayField('spec.ports.1.nodePort', 30192),
    ],
    holds: [gatewayField('spec.ports.1.nodePort', undefined)],
  },
  PROBE_SERVICE_PORT: {
    trips: [
      {
        when: 'the probe Service keeps its default port',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.port', 4191);
        },
      },
    ],
    holds: [
      {
        when: 'the release is older than edge-25.7.1',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.port', 4191);
          fleet.options = { facts: { release: '2.18' } };
        },
      },
    ],
  },
  PROBE_SERVICE_MISSING: {
    trips: [
      {
        when: 'the probe Service is gone, and others are not',
        edit: (fleet) => {
          fleet.add('west', service('web', {}));
          fleet.remove('west', 'Service', 'probe-east');
        },
      },
    ],
    holds: [
      {
        when: 'the Link has no gateway',
        edit: (fleet) => {
          fleet.remove('west', 'Service', 'probe-east');
          fleet.set(fleet.link, 'spec.gatewayAddress', undefined);
        },
      },
    ],
  },
  PROBE_PATH: {
    trips: [linkField('spec.probeSpec.path', 'ready'), linkField('spec.probeSpec.path', '/health')],
    holds: [linkField('spec.probeSpec.path', '/live')],
  },
  PROBE_ABSENT: {
    trips: [linkField('spec.probeSpec', undefined), linkField('spec.probeSpec.path', '')],
    holds: [linkField('spec.probeSpec.period', '10s')],
  },
  LINK_DURATION: {
    trips: [
      linkField('spec.probeSpec.period', '1d'),
      linkField('spec.probeSpec.period', '3'),
      linkField('spec.probeSpec.period', '0s'),
      linkField('spec.probeSpec.period', '-1s'),
      linkField('spec.probeSpec.period', '9ns'),
      linkField('spec.probeSpec.timeout', '0s'),
      linkField('spec.probeSpec.timeout', '3 seconds'),
      linkField('spec.probeSpec.period', undefined),
    ],
    holds: [
      linkField('spec.probeSpec.period', '1m30.5s'),
      linkField('spec.probeSpec.period', '10ns'),
      linkField('spec.probeSpec.timeout', undefined),
    ],
  },
  PROBE_THRESHOLD: {
    trips: [
      linkField('spec.probeSpec.failureThreshold', 'three'),
      linkField('spec.probeSpec.failureThreshold', '0'),
    ],
    holds: [linkField('spec.probeSpec.failureThreshold', '10')],
  },
  GATEWAY_IDENTITY_MISMATCH: {
    trips: [
      linkField('spec.gatewayIdentity', 'gateway.linkerd.serviceaccount.identity.linkerd.cluster.local'),
      linkField('spec.gatewayIdentity', ''),
    ],
    holds: [
      {
        when: 'the gateway states no identity',
        edit: (fleet) => {
          Reflect.deleteProperty(
            fleet.gateway.metadata.annotations ?? {},
            'mirror.linkerd.io/gateway-identity',
          );
        },
      },
    ],
  },
  GATEWAY_IDENTITY_DOMAIN: {
    trips: [
      {
        when: 'the target’s control plane has another trust domain',
        also: ['CREDENTIALS_DOMAIN'],
        edit: (fleet) => {
          const plane = fleet.find('east', 'ConfigMap', 'linkerd-config');
          const data = plane.data as Record<string, string>;
          data.values = (data.values ?? '').replace(
            'identityTrustDomain: cluster.local',
            'identityTrustDomain: east.example.com',
          );
        },
      },
    ],
    holds: [
      {
        when: 'the control plane is not in the files',
        edit: (fleet) => {
          fleet.remove('east', 'ConfigMap', 'linkerd-config');
        },
      },
    ],
  },
  TARGET_DOMAIN_MISMATCH: {
    trips: [
      linkField('spec.targetClusterDomain', 'east.local'),
      linkField('spec.targetClusterDomain', undefined),
    ],
    holds: [
      {
        when: 'the target’s domain is not in the files',
        edit: (fleet) => {
          fleet.remove('east', 'ConfigMap', 'linkerd-config');
          fleet.set(fleet.link, 'spec.targetClusterDomain', 'east.local');
        },
      },
    ],
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
