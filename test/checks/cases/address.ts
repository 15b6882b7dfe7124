import type { RuleCase, RuleCases } from '../../support/linker/cases.js';
import { linkField } from '../../support/linker/field-changes.js';
import { credential, service } from '../../support/linker/own-fleet.js';

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

/** Links a cluster to another one at the address that the first Link has for its own target. */
function linkedAlike(source: string, address = 'gw.east.example.com'): RuleCase['edit'] {
  return (fleet) => {
    fleet.set(fleet.link, 'spec.gatewayAddress', address);
    const other = structuredClone(fleet.link);
    other.metadata.name = 'south';
    fleet.set(other, 'spec.targetClusterName', 'south');
    fleet.set(other, 'spec.clusterCredentialsSecret', 'cluster-credentials-south');
    const secret = credential('linkerd-multicluster');
    secret.metadata.name = 'cluster-credentials-south-es';
    fleet.set(secret, 'spec.target.name', 'cluster-credentials-south');
    fleet.set(secret, 'spec.data.0.remoteRef.key', `linkerd/${source}-to-south`);
    fleet.add(source, other, secret);
    fleet.add('south', service('inner', {}));
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

/** Changes of the address that the Link has for the gateway. */
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
        edit: linkedAlike('west'),
      },
      {
        when: 'Links of two sources to two clusters have one address and port',
        also: ['LINK_CONTROLLER_MISSING', 'CREDENTIALS_CONTROL_PLANE'],
        edit: linkedAlike('north'),
      },
    ],
    holds: [
      {
        when: 'another source has the private address for another cluster',
        edit: linkedAlike('north', '10.0.0.7'),
      },
      {
        when: 'another source has the name without a domain for another cluster',
        edit: linkedAlike('north', 'gateway'),
      },
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
};
