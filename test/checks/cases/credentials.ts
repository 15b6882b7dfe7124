import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import {
  credential,
  link,
  readProperties,
  service,
  type TestObject,
} from '../../support/linker/own-fleet.js';

const secretOf = (fleet: TestFleet, namespace: string): TestObject =>
  fleet.find('west', 'ExternalSecret', 'cluster-credentials-east-es', namespace);

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

/** Changes of the two Secrets. */
export const credentialCases: Record<string, RuleCases> = {
  CREDENTIALS_NAMESPACE: {
    trips: [
      {
        when: 'the controller’s Secret is in another namespace',
        edit: (fleet) => {
          secretOf(fleet, 'linkerd-multicluster').metadata.namespace = 'default';
        },
      },
      {
        when: 'the control plane’s Secret is in the Link’s namespace under another name',

        edit: (fleet) => {
          const secret = secretOf(fleet, 'linkerd');
          secret.metadata.namespace = 'linkerd-multicluster';
          secret.metadata.name = 'cluster-credentials-east-cp-es';
          fleet.set(secret, 'spec.target.name', 'cluster-credentials-east-cp');
        },
      },
    ],
    holds: [
      {
        when: 'neither Secret is in the files',
        edit: (fleet) => {
          fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd');
          fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd-multicluster');
        },
      },
    ],
  },
  CREDENTIALS_KEY: {
    trips: [
      {
        when: 'the Secret will hold `config`',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.data', { config: '{{ .kubeconfig }}' });
        },
      },
    ],
    holds: [
      {
        when: 'the data comes from a whole remote key',
        edit: (fleet) => {
          const secret = secretOf(fleet, 'linkerd');
          fleet.set(secret, 'spec.target.template.data', undefined);
          fleet.set(secret, 'spec.data', undefined);
          fleet.set(secret, 'spec.dataFrom', [{ extract: { key: 'linkerd/west-to-east' } }]);
        },
      },
      {
        when: 'a ConfigMap holds the rest of the template',
        edit: (fleet) => {
          const template = 'spec.target.template';
          fleet.set(secretOf(fleet, 'linkerd'), `${template}.data`, { note: 'made from a template' });
          fleet.set(secretOf(fleet, 'linkerd'), `${template}.templateFrom`, [
            { configMap: { name: 'kubeconfig-template', items: [{ key: 'kubeconfig' }] } },
          ]);
        },
      },
      {
        when: 'a template adds to what is read',
        edit: (fleet) => {
          const template = 'spec.target.template';
          fleet.set(secretOf(fleet, 'linkerd'), `${template}.data`, { note: 'read from Vault' });
          fleet.set(secretOf(fleet, 'linkerd'), `${template}.mergePolicy`, 'Merge');
        },
      },
      {
        when: 'one key is read beside a whole remote key',
        edit: (fleet) => {
          const secret = secretOf(fleet, 'linkerd');
          fleet.set(secret, 'spec.target.template.data', undefined);
          fleet.set(secret, 'spec.data', [{ secretKey: 'ca', remoteRef: { key: 'linkerd/ca' } }]);
          fleet.set(secret, 'spec.dataFrom', [{ extract: { key: 'linkerd/west-to-east' } }]);
        },
      },
      {
        when: 'a SealedSecret has it in its template',
        edit: (fleet) => {
          fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd-multicluster');
          fleet.add('west', {
            apiVersion: 'bitnami.com/v1alpha1',
            kind: 'SealedSecret',
            metadata: { name: 'cluster-credentials-east', namespace: 'linkerd-multicluster' },
            spec: {
              encryptedData: { token: 'AgBy' },
              template: {
                type: 'mirror.linkerd.io/remote-kubeconfig',
                data: { kubeconfig: 'token: {{ .token }}' },
              },
            },
          });
        },
      },
    ],
  },
  CREDENTIALS_TYPE: {
    trips: [
      {
        when: 'the control plane’s Secret is Opaque',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.type', 'Opaque');
        },
      },
    ],
    holds: [
      {
        when: 'the controller’s Secret is Opaque',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd-multicluster'), 'spec.target.template.type', 'Opaque');
        },
      },
    ],
  },
  CREDENTIALS_LABEL: {
    trips: [
      {
        when: 'the label names another cluster',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.metadata.labels', {
            'multicluster.linkerd.io/cluster-name': 'orient',
          });
        },
      },
      {
        when: 'the label is absent',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.metadata.labels', undefined);
        },
      },
    ],
    holds: [
      {
        when: 'a labelled Secret has another name',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.name', 'remote-east');
        },
      },
    ],
  },
  CREDENTIALS_DOMAIN: {
    trips: [
      {
        when: 'an annotation is absent',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.metadata.annotations', {
            'multicluster.linkerd.io/trust-domain': 'cluster.local',
          });
        },
      },
      {
        when: 'the trust domain is another',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.metadata.annotations', {
            'multicluster.linkerd.io/trust-domain': 'west.example.com',
            'multicluster.linkerd.io/cluster-domain': 'cluster.local',
          });
        },
      },
    ],
    holds: [
      {
        when: 'the target’s domains are not in the files',
        edit: (fleet) => {
          fleet.remove('east', 'ConfigMap', 'linkerd-config');
        },
      },
    ],
  },
  CREDENTIALS_CONTROL_PLANE: {
    trips: [
      {
        when: 'the control plane’s Secret is gone',
        edit: (fleet) => {
          fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd');
        },
      },
    ],
    holds: [
      {
        when: 'the Link is of gateway mode alone',
        edit: (fleet) => {
          fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd');
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', undefined);
          fleet.set(fleet.link, 'spec.federatedServiceSelector', undefined);
        },
      },
    ],
  },
  CREDENTIALS_STORE_SHARED: {
    trips: [
      {
        when: 'a second cluster reads the same key',
        also: ['LINK_CONTROLLER_MISSING', 'CREDENTIALS_CONTROL_PLANE'],
        edit: (fleet) => {
          fleet.add('north', link(), credential('linkerd-multicluster'));
        },
      },
    ],
    holds: [
      {
        when: 'it reads a key of its own',
        edit: (fleet) => {
          const secret = credential('linkerd-multicluster');
          fleet.set(secret, 'spec.data', [
            { secretKey: 'kubeconfig', remoteRef: { key: 'linkerd/north-to-east' } },
          ]);
          fleet.add('north', link(), secret);
        },
      },
    ],
  },
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
  CREDENTIALS_UNMADE: {
    trips: [
      {
        when: 'the template takes a key that is not read',
        edit: (fleet) => {
          const template = { kubeconfig: '{{ .kubecfg | trim }}' };
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.data', template);
        },
      },
      {
        when: 'the template takes one beside a ConfigMap with further templates',
        edit: (fleet) => {
          const secret = secretOf(fleet, 'linkerd');
          fleet.set(secret, 'spec.target.template.data', { kubeconfig: '{{ .kubecfg }}' });
          fleet.set(secret, 'spec.target.template.templateFrom', [
            { configMap: { name: 'more', items: [{ key: 'note' }] } },
          ]);
        },
      },
      {
        when: 'a literal template takes a key that is not read',
        edit: (fleet) => {
          const secret = secretOf(fleet, 'linkerd');
          fleet.set(secret, 'spec.target.template.templateFrom', [
            { literal: 'note: {{ b64enc .note }}', target: 'Data' },
          ]);
        },
      },
      {
        when: 'nothing is read at all',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.data', undefined);
        },
      },
      {
        when: 'the policy is to make none',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.creationPolicy', 'None');
        },
      },
      {
        when: 'the policy is to add to a Secret that no file holds',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd-multicluster'), 'spec.target.creationPolicy', 'Merge');
        },
      },
    ],
    holds: [
      {
        when: 'another ExternalSecret makes the Secret that one makes not',
        edit: (fleet) => {
          for (const namespace of ['linkerd-multicluster', 'linkerd']) {
            const second = structuredClone(secretOf(fleet, namespace));
            second.metadata.name = 'second';
            fleet.set(second, 'spec.target.creationPolicy', 'None');
            fleet.set(second, 'spec.target.template.data', { kubeconfig: '{{ .kubecfg }}' });
            fleet.add('west', second);
          }
        },
      },
      {
        when: 'the Secret that is added to is among the files',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.creationPolicy', 'Merge');
          fleet.add('west', {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'cluster-credentials-east', namespace: 'linkerd' },
            type: 'mirror.linkerd.io/remote-kubeconfig',
          });
        },
      },
      {
        when: 'the Secret outlives what makes it',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.creationPolicy', 'Orphan');
        },
      },
      {
        when: 'the template takes a key that a whole remote key may hold',
        edit: (fleet) => {
          const secret = secretOf(fleet, 'linkerd');
          fleet.set(secret, 'spec.target.template.data', { kubeconfig: '{{ .kubecfg }}' });
          fleet.set(secret, 'spec.dataFrom', [{ extract: { key: 'linkerd/west-to-east' } }]);
        },
      },
      {
        when: 'the template takes a key in a block alone',
        edit: (fleet) => {
          const template = { kubeconfig: '{{ if false }}{{ .kubecfg }}{{ end }}{{ .kubeconfig }}' };
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template.data', template);
        },
      },
      {
        when: 'the first engine makes nothing of the key',
        edit: (fleet) => {
          const template = { engineVersion: 'v1', data: { kubeconfig: '{{ .kubecfg }}' } };
          fleet.set(secretOf(fleet, 'linkerd'), 'spec.target.template', template);
        },
      },
      {
        when: 'no Link reads the Secret',
        edit: (fleet) => {
          const secret = credential('shop');
          fleet.set(secret, 'spec.target', { name: 'other', template: { data: { a: '{{ .b }}' } } });
          fleet.add('west', secret);
        },
      },
    ],
  },
  CREDENTIALS_UNREAD: {
    trips: [
      {
        when: 'both Secrets are called and labelled for a target that no Link has',
        edit: (fleet) => {
          for (const namespace of ['linkerd-multicluster', 'linkerd']) {
            const secret = secretOf(fleet, namespace);
            fleet.set(secret, 'spec.target.name', 'cluster-credentials-orient');
            const key = 'multicluster.linkerd.io/cluster-name';
            if (namespace === 'linkerd')
              fleet.set(secret, 'spec.target.template.metadata.labels', { [key]: 'orient' });
          }
        },
      },
    ],
    holds: [
      {
        when: 'the cluster has no Link among the files',
        edit: (fleet) => {
          fleet.remove('west', 'Link', 'east');
        },
      },
    ],
  },
  CREDENTIALS_ROTATION: {
    trips: [
      {
        when: 'the credential is refreshed every hour',
        edit: (fleet) => {
          fleet.set(secretOf(fleet, 'linkerd-multicluster'), 'spec.refreshInterval', '1h0m0s');
        },
      },
    ],
    holds: [{ when: 'it is read once', edit: () => undefined }],
  },
};
