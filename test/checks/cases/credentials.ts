import type { RuleCases } from '../../support/linker/cases.js';
import { credential, link } from '../../support/linker/own-fleet.js';
import { secretOf } from '../../support/linker/secret-of.js';

/** Changes of where the two Secrets are, of what they are read from, and of whether they are made. */
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
