import { adding, type RuleCases } from '../../support/linker/cases.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

/** A Service of east with annotations besides its export. */
function annotated(annotations: Record<string, string>): TestObject {
  const exported = service('shown', { 'mirror.linkerd.io/exported': 'true' });
  return { ...exported, metadata: { ...exported.metadata, annotations } };
}

/** Changes to what is copied to other clusters, and to what only looks as if it were. */
export const copyCases: Record<string, RuleCases> = {
  EXPORT_NOT_SERVICE: {
    trips: [
      {
        when: 'a namespace is labelled',
        edit: adding('east', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'shop', labels: { 'mirror.linkerd.io/exported': 'true' } },
        }),
      },
      {
        when: 'pods are labelled',
        edit: adding('east', {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'web', namespace: 'shop' },
          spec: { template: { metadata: { labels: { 'mirror.linkerd.io/federated': 'member' } } } },
        }),
      },
    ],
    holds: [
      {
        when: 'the namespace has other labels',
        edit: adding('east', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'shop', labels: { 'linkerd.io/extension': 'multicluster' } },
        }),
      },
    ],
  },
  COPIED_METADATA: {
    trips: [
      {
        when: 'an exported Service names a host for ExternalDNS',
        edit: adding('east', annotated({ 'external-dns.alpha.kubernetes.io/hostname': 'shop.example.com' })),
      },
      {
        when: 'an exported Service carries Helm’s marks',
        edit: adding('east', annotated({ 'meta.helm.sh/release-name': 'shop' })),
      },
      {
        when: 'an exported Service carries the label that Argo CD may track by',
        edit: (fleet) => {
          const tracked = annotated({});
          tracked.metadata.labels = { ...tracked.metadata.labels, 'argocd.argoproj.io/instance': 'shop' };
          fleet.set(fleet.link, 'spec.excludedLabels', []);
          fleet.add('east', tracked);
        },
      },
      {
        when: 'an exported Service carries Argo CD’s tracking id',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludedAnnotations', []);
          fleet.add('east', annotated({ 'argocd.argoproj.io/tracking-id': 'shop:/Service:shop/web' }));
        },
      },
    ],
    holds: [
      {
        when: 'the Link leaves it out',
        edit: (fleet) => {
          fleet.add('east', annotated({ 'external-dns.alpha.kubernetes.io/hostname': 'shop.example.com' }));
          fleet.set(fleet.link, 'spec.excludedAnnotations', [
            'argocd.argoproj.io/*',
            'external-dns.alpha.kubernetes.io/*',
          ]);
        },
      },
      {
        when: 'the Service is not exported',
        edit: (fleet) => {
          const hidden = annotated({ 'external-dns.alpha.kubernetes.io/hostname': 'shop.example.com' });
          hidden.metadata.labels = {};
          fleet.add('east', hidden);
        },
      },
    ],
  },
};
