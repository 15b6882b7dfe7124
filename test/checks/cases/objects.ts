import { adding, type RuleCases } from '../../support/linker/cases.js';
import { giving, project } from '../../support/linker/argocd-objects.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const applicationSet = (options: readonly string[]): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'ApplicationSet',
  metadata: { name: 'linkerd' },
  spec: {
    syncPolicy: { applicationsSync: 'create-update' },
    template: {
      metadata: { name: '{{name}}-linkerd' },
      spec: { destination: { namespace: 'linkerd-multicluster' }, syncPolicy: { syncOptions: options } },
    },
  },
});

const namespace: TestObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'linkerd-multicluster' },
};

const hookJob = (name: string): TestObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    name,
    namespace: 'linkerd-multicluster',
    annotations: { 'helm.sh/hook': 'post-install' },
  },
});

/** Changes of who owns and who sees an object. */
export const objectCases: Record<string, RuleCases> = {
  OBJECT_TWICE: {
    trips: [
      {
        when: 'a Service is defined twice',
        edit: (fleet) => {
          fleet.add('east', service('web', { 'mirror.linkerd.io/exported': 'true' }));
        },
      },
      {
        when: 'a project is defined twice beside Argo CD’s Applications',
        edit: giving(project(), project()),
      },
    ],
    holds: [
      {
        when: 'two namespaces have one each',
        edit: (fleet) => {
          const other = service('web', {});
          other.metadata.namespace = 'other';
          fleet.add('east', other);
        },
      },
    ],
  },
  NAMESPACE_OWNERS: {
    trips: [
      {
        when: 'a hook Job and a manifest own the namespace',
        edit: adding('north', namespace, hookJob('namespace-metadata')),
      },
    ],
    holds: [
      {
        when: 'only a manifest does',
        edit: adding('north', namespace),
      },
      {
        when: "beside it runs somebody's own hook Job",
        edit: adding('north', namespace, hookJob('migrate')),
      },
    ],
  },
  OBJECT_EXCLUDED: {
    trips: [
      {
        when: 'an Endpoints object is among the manifests that Argo CD delivers',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet([]));
          fleet.add('east', {
            apiVersion: 'v1',
            kind: 'Endpoints',
            metadata: { name: 'web', namespace: 'shop' },
          });
        },
      },
    ],
    holds: [
      {
        when: 'nothing tells of Argo CD',
        edit: (fleet) => {
          fleet.add('east', {
            apiVersion: 'v1',
            kind: 'Endpoints',
            metadata: { name: 'web', namespace: 'shop' },
          });
        },
      },
      {
        when: 'it was read from a cluster',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet([]));
          const endpoints: TestObject = {
            apiVersion: 'v1',
            kind: 'Endpoints',
            metadata: { name: 'web', namespace: 'shop' },
          };
          fleet.set(endpoints, 'metadata.uid', '7f1e');
          fleet.add('east', endpoints);
        },
      },
    ],
  },
  TRACKING_COPIED: {
    trips: [
      {
        when: 'Argo CD delivers the fleet and the Link excludes nothing',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet([]));
          fleet.set(fleet.link, 'spec.excludedAnnotations', undefined);
        },
      },
    ],
    holds: [
      {
        when: 'Argo CD delivers the fleet and the Link excludes its keys',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet([]));
        },
      },
    ],
  },
  SECRET_PLAINTEXT: {
    trips: [
      {
        when: 'a Secret holds a kubeconfig',
        edit: (fleet) => {
          fleet.add('west', {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'spare', namespace: 'default' },
            stringData: { kubeconfig: 'apiVersion: v1\nclusters: []\n' },
          });
        },
      },
    ],
    holds: [
      {
        when: 'it holds a placeholder',
        edit: (fleet) => {
          fleet.add('west', {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name: 'spare', namespace: 'default' },
            stringData: { kubeconfig: '<kubeconfig>' },
          });
        },
      },
    ],
  },
};
