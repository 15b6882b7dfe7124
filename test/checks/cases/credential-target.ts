import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { credential, readProperties, service } from '../../support/linker/own-fleet.js';
import { secretOf } from '../../support/linker/secret-of.js';

const api = (cluster: string): string => `https://api.${cluster}.example.com:6443`;

/** A kubeconfig that the store adds the token to. */
function kubeconfigOf(server: string, more = ''): string {
  return `apiVersion: v1
kind: Config
current-context: target
clusters:
- name: target
  cluster:
    server: ${server}
${more}
users:
- name: mirror-a
  user:
    token: "{{ .token }}"
contexts:
- name: target
  context: { cluster: target, user: mirror-a }
`;
}

/** Writes the kubeconfig of one of the Link's Secrets out. */
function written(fleet: TestFleet, namespace: string, { server }: { readonly server: string }): void {
  const secret = secretOf(fleet, namespace);
  fleet.set(secret, 'spec.target.template.data', { kubeconfig: kubeconfigOf(server) });
  readProperties(secret, 'token');
}

/** Gives west a second Link, with a kubeconfig of its own for the controller; that of the first leads to east. */
function linkSouth(fleet: TestFleet, server: string, more = ''): void {
  for (const namespace of ['linkerd-multicluster', 'linkerd'])
    written(fleet, namespace, { server: api('east') });
  const other = structuredClone(fleet.link);
  other.metadata.name = 'south';
  fleet.set(other, 'spec.targetClusterName', 'south');
  fleet.set(other, 'spec.clusterCredentialsSecret', 'cluster-credentials-south');
  fleet.set(other, 'spec.gatewayAddress', 'gw.south.example.com');
  const secret = credential('linkerd-multicluster');
  secret.metadata.name = 'cluster-credentials-south-es';
  fleet.set(secret, 'spec.target.name', 'cluster-credentials-south');
  fleet.set(secret, 'spec.target.template.data', { kubeconfig: kubeconfigOf(server, more) });
  fleet.set(secret, 'spec.data.0.remoteRef.key', 'linkerd/west-to-south');
  readProperties(secret, 'token');
  fleet.add('west', other, secret);
  fleet.add('south', service('inner', {}));
}

/** Changes of the cluster that the two Secrets are for. */
export const credentialTargetCases: Record<string, RuleCases> = {
  CREDENTIALS_TARGET: {
    trips: [
      {
        when: 'the two Secrets of a Link have kubeconfigs of two servers',
        edit: (fleet) => {
          written(fleet, 'linkerd-multicluster', { server: api('east') });
          written(fleet, 'linkerd', { server: api('south') });
        },
      },
      {
        when: 'they are made from two keys of one store',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.data.0.remoteRef.key', 'linkerd/west-to-south');
        },
      },
      {
        when: 'Links to two clusters have kubeconfigs of one server',
        also: ['LINK_CONTROLLER_MISSING', 'CREDENTIALS_CONTROL_PLANE'],
        edit: (fleet) => {
          linkSouth(fleet, api('east'));
        },
      },
    ],
    holds: [
      {
        when: 'both name one server, each in its own way',
        edit: (fleet) => {
          written(fleet, 'linkerd-multicluster', { server: 'https://api.east.example.com' });
          written(fleet, 'linkerd', { server: 'https://API.east.example.com:443/' });
        },
      },
      {
        when: 'each Link has a server of its own',
        edit: (fleet) => {
          linkSouth(fleet, api('south'));
        },
      },
      {
        when: 'TLS asks a server of several clusters for one of them',
        edit: (fleet) => {
          linkSouth(fleet, api('east'), '    tls-server-name: kube.south.example.com');
        },
      },
      {
        when: 'two clusters have a Link to one',
        edit: (fleet) => {
          linkSouth(fleet, api('east'));
          fleet.set(fleet.find('west', 'Link', 'south'), 'spec.targetClusterName', 'east');
        },
      },
      {
        when: 'facts tell that the server is of both clusters',
        edit: (fleet) => {
          linkSouth(fleet, api('east'));
          const apiServer = api('east');
          fleet.options = { facts: { clusters: { east: { apiServer }, south: { apiServer } } } };
        },
      },
      {
        when: 'the two Secrets are made from keys of two stores',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.data.0.remoteRef.key', 'linkerd/west-to-south');
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.secretStoreRef.name', 'other');
        },
      },
    ],
  },
};
