import type { TestFleet } from './fleets.js';
import type { TestObject } from './own-fleet.js';

const mc = 'linkerd-multicluster';

/** What the set selects clusters by. */
export const label = { 'mesh.example.com/linkerd': 'true' };

/** Where all of it is committed. */
export const repoURL = 'https://git.example.com/platform/mesh';

interface SetChanges {
  readonly annotations?: Record<string, string>;
  readonly options?: readonly string[];
  readonly syncPolicy?: object | undefined;
  readonly ignoreDifferences?: readonly object[];
  readonly server?: string;
  readonly generators?: readonly object[];
  readonly goTemplate?: boolean;
  readonly goTemplateOptions?: readonly string[];
  readonly path?: string;
  readonly project?: string;
}

/** An ApplicationSet of the labelled clusters that delivers the extension, as we would write one. */
export function set(changes: SetChanges = {}): TestObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'mesh' },
    spec: {
      generators: changes.generators ?? [{ clusters: { selector: { matchLabels: label } } }],
      goTemplate: changes.goTemplate ?? true,
      goTemplateOptions: changes.goTemplateOptions,
      syncPolicy: 'syncPolicy' in changes ? changes.syncPolicy : { applicationsSync: 'create-update' },
      template: {
        metadata: { name: '{{.nameNormalized}}-mesh', annotations: changes.annotations ?? {} },
        spec: {
          project: changes.project ?? 'mesh',
          destination: { server: changes.server ?? '{{.server}}', namespace: mc },
          source: { repoURL, path: changes.path ?? 'dist/clusters/{{.name}}', targetRevision: 'main' },
          ignoreDifferences: changes.ignoreDifferences ?? [],
          syncPolicy: { syncOptions: changes.options ?? ['ServerSideApply=true'] },
        },
      },
    },
  };
}

/** An Application that delivers the extension to one cluster. */
export const application = (destination: string): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: `mesh-${destination}`, namespace: 'argocd' },
  spec: {
    project: 'mesh',
    destination: { name: destination, namespace: mc },
    source: { repoURL, path: `dist/clusters/${destination}`, targetRevision: 'main' },
    syncPolicy: { syncOptions: ['ServerSideApply=true'] },
  },
});

/** A cluster as Argo CD knows it. */
export const cluster = (name: string, labels: Record<string, string> = label, object = name): TestObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: `cluster-${object}`,
    namespace: 'argocd',
    labels: { 'argocd.argoproj.io/secret-type': 'cluster', ...labels },
  },
  stringData: { name, server: `https://api.${name}.example.com:6443` },
});

/** A project that lets the extension in. */
export const project = (changes: object = {}): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'mesh', namespace: 'argocd' },
  spec: {
    sourceRepos: ['https://git.example.com/platform/*'],
    destinations: [{ server: '*', namespace: 'linkerd*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    ...changes,
  },
});

/** Settings of Argo CD. */
export const settings = (name: string, data: Record<string, string>): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'argocd' },
  data,
});

/** Gives Argo CD objects. */
export const giving =
  (...objects: TestObject[]) =>
  (fleet: TestFleet): void => {
    fleet.argocd.push(...objects);
  };

/** A route to the mirror. */
export const route: TestObject = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'split', namespace: 'shop' },
  spec: {
    parentRefs: [{ group: '', kind: 'Service', name: 'web' }],
    rules: [{ backendRefs: [{ name: 'web-east', port: 80 }] }],
  },
};
