import { agent } from '../../support/linker/agent.js';
import type { RuleCases } from '../../support/linker/cases.js';
import type { TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

const authorization = (server: string, network: string, namespace?: string): TestObject => ({
  apiVersion: 'policy.linkerd.io/v1alpha1',
  kind: 'AuthorizationPolicy',
  metadata: { name: 'open', namespace: mc },
  spec: {
    targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: server },
    requiredAuthenticationRefs: [
      { group: 'policy.linkerd.io', kind: 'NetworkAuthentication', name: network, namespace },
    ],
  },
});

const networks = (name: string, cidr: string): TestObject => ({
  apiVersion: 'policy.linkerd.io/v1alpha1',
  kind: 'NetworkAuthentication',
  metadata: { name, namespace: mc },
  spec: { networks: [{ cidr }] },
});

const gate: TestObject = {
  apiVersion: 'policy.linkerd.io/v1beta3',
  kind: 'Server',
  metadata: { name: 'gate', namespace: mc },
  spec: { podSelector: { matchLabels: { app: 'linkerd-gateway' } }, port: 'linkerd-proxy' },
};

/** Changes of who may reach the gateway and read metrics. */
export const exposureCases: Record<string, RuleCases> = {
  POLICY_DANGLING: {
    trips: [
      {
        when: 'its Server is not there',
        edit: (fleet) => {
          fleet.add('east', networks('any', '10.0.0.0/8'), authorization('gateway', 'any'));
        },
      },
      {
        when: 'its authentication is not there',
        edit: (fleet) => {
          fleet.add('east', networks('any', '10.0.0.0/8'), authorization('linkerd-admin', 'many'));
        },
      },
      {
        when: 'it is for no Server of the gateway, which nothing else opens',
        edit: (fleet) => {
          fleet.add('east', gate, networks('any', '10.0.0.0/8'), authorization('gateway', 'any'));
        },
      },
      {
        when: 'its Server is there, and no authentication of any name',
        edit: (fleet) => {
          fleet.add('east', gate, authorization('gate', 'many'));
        },
      },
    ],
    holds: [
      {
        when: 'both are there',
        edit: (fleet) => {
          fleet.add('east', networks('any', '10.0.0.0/8'), authorization('linkerd-admin', 'any'));
        },
      },
      {
        when: 'its authentication is in a namespace that the files do not tell of',
        edit: (fleet) => {
          fleet.add('east', gate, authorization('gate', 'many', 'policies'));
        },
      },
    ],
  },
  GATEWAY_CLOSED: {
    trips: [
      {
        when: 'a Server for its port has no policy',
        edit: (fleet) => {
          fleet.add('east', gate);
        },
      },
    ],
    holds: [
      {
        when: 'the policy is for a route of the Server',
        edit: (fleet) => {
          const policy = authorization('gate', 'any');
          fleet.set(policy, 'spec.targetRef.kind', 'HTTPRoute');
          fleet.add('east', gate, networks('any', '10.0.0.0/8'), policy);
        },
      },
      {
        when: 'a ServerAuthorization may open it',
        edit: (fleet) => {
          const authorizations = {
            apiVersion: 'policy.linkerd.io/v1beta1',
            kind: 'ServerAuthorization',
            metadata: { name: 'gate', namespace: mc },
            spec: { server: { name: 'gate' }, client: { unauthenticated: true } },
          };
          fleet.add('east', gate, authorizations);
        },
      },
      {
        when: 'the Server lets everybody of the mesh in by itself',
        edit: (fleet) => {
          fleet.add('east', {
            ...gate,
            spec: { ...(gate.spec as object), accessPolicy: 'all-authenticated' },
          });
        },
      },
      {
        when: 'the Server is for another port',
        edit: (fleet) => {
          fleet.add('east', { ...gate, spec: { ...(gate.spec as object), port: 'metrics' } });
        },
      },
    ],
  },
  GATEWAY_OPEN: {
    trips: [
      {
        when: 'a policy lets every network in',
        edit: (fleet) => {
          fleet.add('east', gate, networks('everybody', '0.0.0.0/0'), authorization('gate', 'everybody'));
        },
      },
    ],
    holds: [
      {
        when: 'it lets one network in',
        edit: (fleet) => {
          fleet.add('east', gate, networks('office', '192.0.2.0/24'), authorization('gate', 'office'));
        },
      },
    ],
  },
  PROBE_NETWORKS: {
    trips: [
      {
        when: 'the target’s control plane narrows them',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = `${data.values ?? ''}policyController:\n  probeNetworks: [10.0.0.0/8]\n`;
        },
      },
    ],
    holds: [
      {
        when: 'they are the default',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = `${data.values ?? ''}policyController:\n  probeNetworks: [0.0.0.0/0, "::/0"]\n`;
        },
      },
    ],
  },
  SCRAPE_PORT_NAME: {
    trips: [
      {
        when: 'an agent looks for the old name',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "admin-http"\n'));
        },
      },
    ],
    holds: [
      {
        when: 'the release is older',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "admin-http"\n'));
          fleet.options = { facts: { release: '2.18' } };
        },
      },
    ],
  },
  SCRAPE_REFUSED: {
    trips: [
      {
        when: 'an agent without a policy scrapes proxies',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "linkerd-admin"\n'));
        },
      },
    ],
    holds: [
      {
        when: 'a policy lets it in',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "linkerd-admin"\n'));
          fleet.add('west', {
            apiVersion: 'policy.linkerd.io/v1alpha1',
            kind: 'AuthorizationPolicy',
            metadata: { name: 'agent', namespace: 'linkerd-multicluster' },
            spec: {
              targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: 'linkerd-admin' },
              requiredAuthenticationRefs: [
                { kind: 'ServiceAccount', name: 'agent', namespace: 'monitoring' },
              ],
            },
          });
        },
      },
      {
        when: 'the release has no such policy',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "linkerd-admin"\n'));
          fleet.options = { facts: { release: '2.18' } };
        },
      },
    ],
  },
};
