import { calledOtherwise } from '../../support/linker/called-otherwise.js';
import type { RuleCases } from '../../support/linker/cases.js';
import { anchor, leaf, otherAnchor } from '../../support/linker/anchors.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const indented = (pem: string): string => pem.replace(/^/gm, '  ');

const config = (text: string): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'agent', namespace: 'monitoring' },
  data: { 'config.alloy': text },
});

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

const secondController = (name: string): TestObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name,
    namespace: 'linkerd-multicluster',
    labels: { component: 'service-mirror', 'mirror.linkerd.io/cluster-name': 'east' },
  },
  spec: { replicas: 1 },
});

/** Changes of everything else. */
export const restCases: Record<string, RuleCases> = {
  MANIFEST_FIELD_TYPE: {
    trips: [
      {
        when: 'a port of the Link is a number',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.gatewayPort', 30143);
        },
      },
    ],
    holds: [{ when: 'it is text', edit: () => undefined }],
  },
  GATEWAY_MISSING: {
    trips: [
      {
        when: 'the target renders no gateway',
        edit: (fleet) => {
          fleet.remove('east', 'Service', 'linkerd-gateway');
        },
      },
    ],
    holds: [
      {
        when: 'the Link has no gateway either',
        edit: (fleet) => {
          fleet.remove('east', 'Service', 'linkerd-gateway');
          fleet.set(fleet.link, 'spec.gatewayAddress', undefined);
        },
      },
    ],
  },
  SELECTOR_NONE: {
    trips: [
      {
        when: 'all selectors are empty',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', {});
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', undefined);
          fleet.set(fleet.link, 'spec.federatedServiceSelector', { matchLabels: {} });
        },
        also: ['EXPORT_UNLINKED'],
      },
    ],
    holds: [
      {
        when: 'one has a term',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', undefined);
        },
      },
    ],
  },
  SELECTOR_ECHO: {
    trips: [
      {
        when: 'a selector goes by a label of the user’s',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', { matchLabels: { 'example.com/export': 'yes' } });
        },
        also: ['EXPORT_UNLINKED'],
      },
      {
        when: 'a selector only excludes',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', {
            matchExpressions: [{ key: 'private', operator: 'DoesNotExist' }],
          });
        },
        also: ['EXPORT_AND_FEDERATED', 'SELECTOR_OVERLAP'],
      },
    ],
    holds: [
      {
        when: 'that label is not copied',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', { matchLabels: { 'example.com/export': 'yes' } });
          fleet.set(fleet.link, 'spec.excludedLabels', ['example.com/*']);
        },
      },
      {
        when: 'mirrors are left out by a term',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.selector', {
            matchLabels: { 'example.com/export': 'yes' },
            matchExpressions: [{ key: 'mirror.linkerd.io/mirrored-service', operator: 'DoesNotExist' }],
          });
        },
      },
    ],
  },
  EXPORT_ANNOTATION: {
    trips: [
      {
        when: 'a Service is exported by an annotation',
        edit: (fleet) => {
          fleet.find('east', 'Service', 'inner').metadata.annotations = {
            'mirror.linkerd.io/exported': 'true',
          };
        },
      },
    ],
    holds: [
      {
        when: 'it has the label too',
        edit: (fleet) => {
          const { metadata } = fleet.find('east', 'Service', 'web');
          metadata.annotations = { 'mirror.linkerd.io/exported': 'true' };
        },
      },
    ],
  },
  EXPORT_VALUE: {
    trips: [
      {
        when: 'the label says yes',
        edit: (fleet) => {
          fleet.add('east', service('cart', { 'mirror.linkerd.io/exported': 'yes' }));
        },
      },
    ],
    holds: [
      {
        when: 'a Link selects that value',
        edit: (fleet) => {
          fleet.add('east', service('cart', { 'mirror.linkerd.io/exported': 'yes' }));
          fleet.set(fleet.link, 'spec.selector', { matchLabels: { 'mirror.linkerd.io/exported': 'yes' } });
        },
      },
    ],
  },
  MIRROR_UNRESOLVED: {
    trips: [
      {
        when: 'a configuration calls the mirror of a Service that is not exported',
        edit: (fleet) => {
          fleet.add('west', config('url = "http://inner-east.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'a configuration calls a federated Service that has no member',
        edit: (fleet) => {
          fleet.add('west', config('url = "http://inner-federated.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'a configuration calls a mirror by the other name of its target',
        edit: (fleet) => {
          calledOtherwise(fleet);
          fleet.options = { ...fleet.options, facts: { clusters: { east: { argocdName: 'hub' } } } };
          fleet.add('west', config('url = "http://web-hub.shop.svc.cluster.local/push"\n'));
        },
      },
    ],
    holds: [
      {
        when: 'the federated Service has a member',
        edit: (fleet) => {
          fleet.add('west', config('url = "http://api-federated.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'the Service is exported',
        edit: (fleet) => {
          fleet.add('west', config('url = "http://web-east.shop.svc.cluster.local/push"\n'));
        },
      },
      {
        when: 'the name is of another target',
        edit: (fleet) => {
          fleet.add('west', config('url = "http://inner-south.shop.svc.cluster.local/push"\n'));
        },
      },
    ],
  },
  TRUST_ANCHOR_INVALID: {
    trips: [
      {
        when: 'an anchor lost its end',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace(/^ {2}MII\w{20}/m, '  ');
        },
        also: ['TRUST_ANCHORS_DIFFER'],
      },
      {
        when: 'an anchor is no authority',
        edit: (fleet) => {
          for (const cluster of ['west', 'east']) {
            const data = fleet.find(cluster, 'ConfigMap', 'linkerd-config').data as Record<string, string>;
            data.values = (data.values ?? '').replace(indented(anchor), indented(leaf));
          }
        },
      },
    ],
    holds: [
      {
        when: 'two anchors are in the bundle',
        edit: (fleet) => {
          for (const cluster of ['west', 'east']) {
            const data = fleet.find(cluster, 'ConfigMap', 'linkerd-config').data as Record<string, string>;
            const both = `${indented(anchor)}\n${indented(otherAnchor)}`;
            data.values = (data.values ?? '').replace(indented(anchor), both);
          }
        },
      },
    ],
  },
  TRUST_ANCHORS_DIFFER: {
    trips: [
      {
        when: 'the target trusts another anchor',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace(indented(anchor), indented(otherAnchor));
        },
      },
    ],
    holds: [
      {
        when: 'the text is wrapped otherwise',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace(/^ {2}MII\w{20}/m, (start) => `${start}\n  `);
        },
      },
    ],
  },
  LINK_API_VERSION: {
    trips: [
      {
        when: 'the CRD no longer serves the Link’s version',
        edit: (fleet) => {
          fleet.set(
            fleet.find('west', 'CustomResourceDefinition', 'links.multicluster.linkerd.io'),
            'spec.versions.2.served',
            false,
          );
        },
      },
    ],
    holds: [
      {
        when: 'the Link is of an older version that is served',
        edit: (fleet) => {
          fleet.link.apiVersion = 'multicluster.linkerd.io/v1alpha2';
        },
      },
    ],
  },
  LINK_FIELD_UNKNOWN: {
    trips: [
      {
        when: 'the Link has `excludeLabels`',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludeLabels', ['app']);
        },
      },
    ],
    holds: [
      {
        when: 'it has `excludedLabels`',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludedLabels', ['app']);
        },
      },
    ],
  },
  LINK_FIELD_PRUNED: {
    trips: [
      {
        when: 'a v1alpha2 Link has exclusions',
        edit: (fleet) => {
          fleet.link.apiVersion = 'multicluster.linkerd.io/v1alpha2';
        },
      },
    ],
    holds: [{ when: 'a v1alpha3 Link has them', edit: () => undefined }],
  },
  LINK_CREATED_BY: {
    trips: [
      {
        when: 'the Link was made by another release',
        edit: (fleet) => {
          fleet.link.metadata.annotations = { 'linkerd.io/created-by': 'linkerd/cli edge-26.5.1' };
        },
      },
      {
        when: 'the Link does not say',
        edit: (fleet) => {
          fleet.link.metadata.annotations = {};
        },
      },
    ],
    holds: [{ when: 'it was made by the one that runs', edit: () => undefined }],
  },
  CONTROLLER_TWICE: {
    trips: [
      {
        when: 'a legacy controller is left over',
        edit: (fleet) => {
          fleet.add('west', secondController('linkerd-service-mirror-east'));
        },
      },
    ],
    holds: [
      {
        when: 'it serves another Link',
        edit: (fleet) => {
          const controller = secondController('linkerd-service-mirror-south');
          controller.metadata.labels = {
            component: 'service-mirror',
            'mirror.linkerd.io/cluster-name': 'south',
          };
          fleet.add('west', controller);
        },
      },
    ],
  },
  CONTROLLER_REPLICAS: {
    trips: [
      {
        when: 'the controller has two replicas',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Deployment', 'controller-east'), 'spec.replicas', 2);
        },
      },
    ],
    holds: [
      {
        when: 'the local mirror has two',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Deployment', 'linkerd-local-service-mirror'), 'spec.replicas', 2);
        },
      },
    ],
  },
  OBJECT_TWICE: {
    trips: [
      {
        when: 'a Service is defined twice',
        edit: (fleet) => {
          fleet.add('east', service('web', { 'mirror.linkerd.io/exported': 'true' }));
        },
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
        edit: (fleet) => {
          fleet.add(
            'north',
            { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'linkerd-multicluster' } },
            {
              apiVersion: 'batch/v1',
              kind: 'Job',
              metadata: {
                name: 'namespace-metadata',
                namespace: 'linkerd-multicluster',
                annotations: { 'helm.sh/hook': 'post-install' },
              },
            },
          );
        },
      },
    ],
    holds: [
      {
        when: 'only a manifest does',
        edit: (fleet) => {
          fleet.add('north', {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: 'linkerd-multicluster' },
          });
        },
      },
    ],
  },
  OBJECT_EXCLUDED: {
    trips: [
      {
        when: 'an Endpoints object is among the manifests',
        edit: (fleet) => {
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
        when: 'it was read from a cluster',
        edit: (fleet) => {
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
  SCRAPE_REFUSED: {
    trips: [
      {
        when: 'an agent without a policy scrapes proxies',
        edit: (fleet) => {
          fleet.add('west', config('regex = "linkerd-admin"\n'));
        },
      },
    ],
    holds: [
      {
        when: 'a policy lets it in',
        edit: (fleet) => {
          fleet.add('west', config('regex = "linkerd-admin"\n'));
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
          fleet.add('west', config('regex = "linkerd-admin"\n'));
          fleet.options = { facts: { release: '2.18' } };
        },
      },
    ],
  },
};
