import type { RuleCases } from '../../support/linker/cases.js';
import { secretOf } from '../../support/linker/secret-of.js';

/** Changes of what the two Secrets will hold. */
export const credentialContentCases: Record<string, RuleCases> = {
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
};
