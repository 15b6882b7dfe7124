import type { RuleCases } from '../../support/linker/cases.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

const applicationSet = (name: string, project = 'tools'): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'ApplicationSet',
  metadata: { name: 'linkerd' },
  spec: {
    generators: [
      { clusters: { selector: { matchLabels: { 'argocd.argoproj.io/secret-type': 'cluster' } } } },
    ],
    syncPolicy: { applicationsSync: 'create-update' },
    template: { metadata: { name }, spec: { project, destination: { namespace: mc } } },
  },
});

const project = (namespace: string): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'tools' },
  spec: {
    destinations: [{ namespace, server: '*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
  },
});

const annotated = (key: string) => ({ name: 'cart', namespace: 'shop', annotations: { [key]: 'web' } });

/** A Deployment that selects pods by `app: web`. */
function web({ pods, nodeSelector }: { readonly pods: object; readonly nodeSelector?: object }) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: pods },
        spec: { containers: [{ name: 'web', image: 'example.com/web:1' }], nodeSelector },
      },
    },
  };
}

/** Changes of names and sizes on the way into a cluster. */
export const deliveryCases: Record<string, RuleCases> = {
  LABEL_VALUE_FORM: {
    trips: [
      {
        when: 'a value has a blank',
        edit: (fleet) => {
          fleet.add('east', service('cart', { team: 'web shop' }));
        },
      },
      {
        when: 'a value has 64 characters',
        edit: (fleet) => {
          fleet.add('east', service('cart', { team: 'a'.repeat(64) }));
        },
      },
      {
        when: 'a key has a blank',
        edit: (fleet) => {
          fleet.add('east', service('cart', { 'the team': 'web' }));
        },
      },
      {
        when: 'the key of an annotation has a blank',
        edit: (fleet) => {
          fleet.add('east', { ...service('cart', {}), metadata: annotated('the team') });
        },
      },
      {
        when: 'pods have a label with a blank',
        edit: (fleet) => {
          fleet.add('east', web({ pods: { app: 'web', team: 'web shop' } }));
        },
      },
      {
        when: 'pods go to nodes by a key with a blank',
        edit: (fleet) => {
          fleet.add('east', web({ pods: { app: 'web' }, nodeSelector: { 'the disk': 'ssd' } }));
        },
      },
    ],
    holds: [
      {
        when: 'a value is empty or has 63',
        edit: (fleet) => {
          fleet.add('east', service('cart', { team: 'a'.repeat(63), tier: '' }));
        },
      },
      {
        when: 'the key of an annotation has upper case',
        edit: (fleet) => {
          fleet.add('east', { ...service('cart', {}), metadata: annotated('Example.com/Team') });
        },
      },
      {
        when: 'a key is filled in later',
        edit: (fleet) => {
          fleet.add('east', service('cart', { '${TEAM_KEY}': 'web' }));
        },
      },
    ],
  },
  POD_LABELS_UNSELECTED: {
    trips: [
      {
        when: 'the pods have another value',
        edit: (fleet) => {
          fleet.add('east', web({ pods: { app: 'cart' } }));
        },
      },
      {
        when: 'the pods have no such label',
        edit: (fleet) => {
          fleet.add('east', web({ pods: { team: 'web' } }));
        },
      },
    ],
    holds: [
      {
        when: 'the pods have more labels',
        edit: (fleet) => {
          fleet.add('east', web({ pods: { app: 'web', team: 'web' } }));
        },
      },
      {
        when: 'the value is filled in later',
        edit: (fleet) => {
          fleet.add('east', web({ pods: { app: '${APP}' } }));
        },
      },
      {
        when: 'it is a patch without an image',
        edit: (fleet) => {
          const patch = web({ pods: {} });
          fleet.add('east', {
            ...patch,
            spec: { ...patch.spec, template: { spec: { containers: [{ name: 'web' }] } } },
          });
        },
      },
    ],
  },
  APPLICATION_NAME_LONG: {
    trips: [
      {
        when: 'it has 54 characters for one cluster',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludedLabels', ['argocd.argoproj.io/*']);
          fleet.argocd.push(applicationSet(`{{nameNormalized}}-${'a'.repeat(49)}`));
        },
      },
    ],
    holds: [
      {
        when: 'it has 53',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet(`{{name}}-${'a'.repeat(48)}`));
        },
      },
    ],
  },
  APPLICATION_NAME_SAME: {
    trips: [
      {
        when: 'the template does not name the cluster',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('linkerd'));
        },
      },
    ],
    holds: [
      {
        when: 'the template goes by something nobody knows',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{.metadata.labels.region}}-linkerd'));
        },
      },
    ],
  },
  PROJECT_REFUSES: {
    trips: [
      {
        when: 'the namespace is not among its destinations',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), project('linkerd'));
        },
      },
      {
        when: 'it allows no cluster-scoped kinds',
        edit: (fleet) => {
          const narrow = project('*');
          narrow.spec = { destinations: [{ namespace: '*', server: '*' }] };
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), narrow);
        },
      },
      {
        when: 'the project of neither of two Applications allows cluster-scoped kinds',
        edit: (fleet) => {
          const narrow = project('*');
          narrow.spec = { destinations: [{ namespace: '*', server: '*' }] };
          const other = applicationSet('{{name}}-chart');
          other.metadata = { ...other.metadata, name: 'chart' };
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), other, narrow);
        },
      },
    ],
    holds: [
      {
        when: 'a pattern of it allows the namespace',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), project('linkerd*'));
        },
      },
      {
        when: 'the Application has another project',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{name}}-linkerd', 'others'), project('linkerd'));
        },
      },
      {
        when: 'another Application of the namespace may deliver what its own project refuses',
        edit: (fleet) => {
          const narrow = project('*');
          narrow.spec = {
            destinations: [{ namespace: '*', server: '*' }],
            namespaceResourceWhitelist: [{ group: 'multicluster.linkerd.io', kind: 'Link' }],
          };
          const others = applicationSet('{{name}}-chart', 'others');
          others.metadata = { ...others.metadata, name: 'chart' };
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), others, narrow);
        },
      },
    ],
  },
  OBJECT_BUDGET: {
    trips: [
      {
        when: 'a cluster has 5,000 Services more',
        edit: (fleet) => {
          fleet.add('north', ...Array.from({ length: 5001 }, (_, i) => service(`a${i}`, {})));
        },
      },
    ],
    holds: [
      {
        when: 'it has a few',
        edit: (fleet) => {
          fleet.add('north', service('a', {}));
        },
      },
    ],
  },
};
