import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const route = (backend: string, rule: object = {}, kind = 'HTTPRoute'): TestObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind,
  metadata: { name: 'split', namespace: 'shop' },
  spec: {
    parentRefs: [{ group: '', kind: 'Service', name: 'web', port: 80 }],
    rules: [
      {
        backendRefs: [
          { group: '', kind: 'Service', name: 'web', port: 80, weight: 90 },
          { group: '', kind: 'Service', name: backend, port: 80, weight: 10 },
        ],
        ...rule,
      },
    ],
  },
});

const trafficSplit = (backend: string): TestObject => ({
  apiVersion: 'split.smi-spec.io/v1alpha2',
  kind: 'TrafficSplit',
  metadata: { name: 'split', namespace: 'shop' },
  spec: {
    service: 'web',
    backends: [
      { service: 'web', weight: 1 },
      { service: backend, weight: 1 },
    ],
  },
});

const adding =
  (cluster: string, ...objects: TestObject[]) =>
  (fleet: TestFleet) => {
    fleet.add(cluster, ...objects);
  };

/** A Service of east with annotations besides its export. */
function annotated(annotations: Record<string, string>): TestObject {
  const exported = service('shown', { 'mirror.linkerd.io/exported': 'true' });
  return { ...exported, metadata: { ...exported.metadata, annotations } };
}

/** Changes of exports and of who sends to mirrors. */
export const routeCases: Record<string, RuleCases> = {
  ROUTE_BACKEND: {
    trips: [
      {
        when: 'an HTTPRoute sends to a Service that is not exported',
        edit: adding('west', route('inner-east')),
      },
      {
        when: 'a GRPCRoute sends to a federated Service without members',
        edit: adding('west', route('inner-federated', {}, 'GRPCRoute')),
      },
      {
        when: 'a route sends to a port that the exported Service lacks',
        edit: adding(
          'west',
          route('web', { backendRefs: [{ kind: 'Service', name: 'web-east', port: 81 }] }),
        ),
      },
      {
        when: 'a TrafficSplit sends to a Service that is not exported',
        edit: adding('west', trafficSplit('inner-east')),
      },
    ],
    holds: [
      { when: 'the Service is exported', edit: adding('west', route('web-east')) },
      { when: 'the federated Service has a member', edit: adding('west', route('api-federated')) },
      { when: 'the target’s Service is in no file', edit: adding('west', route('other-east')) },
      {
        when: 'the source has a Service of that name',
        edit: adding('west', route('inner-east'), service('inner-east', {})),
      },
      { when: 'the backend is local', edit: adding('west', route('web-canary')) },
    ],
  },
  ROUTE_NEWER: {
    trips: [
      { when: 'a rule has a name', edit: adding('west', route('web-east', { name: 'first' })) },
      {
        when: 'a rule has a CORS filter',
        edit: adding('west', route('web-east', { filters: [{ type: 'CORS', cors: {} }] })),
      },
      {
        when: 'a rule redirects with 308',
        edit: adding(
          'west',
          route('web-east', {
            filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode: 308 } }],
          }),
        ),
      },
      {
        when: 'a rule mirrors a part of the requests',
        edit: adding(
          'west',
          route('web-east', {
            filters: [
              { type: 'RequestMirror', requestMirror: { percent: 5, backendRef: { name: 'web', port: 80 } } },
            ],
          }),
        ),
      },
    ],
    holds: [
      {
        when: 'a rule redirects with 302',
        edit: adding(
          'west',
          route('web-east', {
            filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode: 302 } }],
          }),
        ),
      },
      {
        when: 'the route is of an ingress gateway',
        edit: (fleet) => {
          const ingress = route('web-east', { name: 'first' });
          fleet.set(ingress, 'spec.parentRefs', [{ name: 'public' }]);
          fleet.add('west', ingress);
        },
      },
    ],
  },
  SPLIT_FLAT: {
    trips: [
      { when: 'a TrafficSplit sends to a flat mirror', edit: adding('west', trafficSplit('db-east')) },
      {
        when: 'a TrafficSplit sends to a federated Service',
        edit: adding('west', trafficSplit('api-federated')),
      },
    ],
    holds: [
      { when: 'the mirror is of gateway mode', edit: adding('west', trafficSplit('web-east')) },
      { when: 'an HTTPRoute sends to it', edit: adding('west', route('db-east')) },
    ],
  },
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
  LOCAL_MIRROR_MISSING: {
    trips: [
      {
        when: 'a local Service is a member and nothing puts it in',
        edit: (fleet) => {
          fleet.add('west', service('own', { 'mirror.linkerd.io/federated': 'member' }));
          fleet.remove('west', 'Deployment', 'linkerd-local-service-mirror');
        },
      },
    ],
    holds: [
      {
        when: 'the local mirror runs',
        edit: adding('west', service('own', { 'mirror.linkerd.io/federated': 'member' })),
      },
      {
        when: 'no local Service is a member',
        edit: (fleet) => {
          fleet.remove('west', 'Deployment', 'linkerd-local-service-mirror');
        },
      },
    ],
  },
  GATEWAY_PORT_NAME: {
    trips: [
      {
        when: 'the gateway’s port is called otherwise',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.ports.0.name', 'gateway');
        },
      },
    ],
    holds: [
      {
        when: 'a Service that is no gateway has ports of other names',
        edit: (fleet) => {
          fleet.set(fleet.find('east', 'Service', 'web'), 'spec.ports', [{ name: 'http', port: 80 }]);
        },
      },
    ],
  },
  GATEWAY_UNBACKED: {
    trips: [
      {
        when: 'the Service selects other pods',
        edit: (fleet) => {
          fleet.set(fleet.gateway, 'spec.selector', { component: 'linkerd-gateway' });
        },
      },
      {
        when: 'the pods are injected and no gateways',
        edit: (fleet) => {
          fleet.set(
            fleet.find('east', 'Deployment', 'linkerd-gateway'),
            'spec.template.metadata.annotations',
            {
              'linkerd.io/inject': 'enabled',
            },
          );
        },
      },
      {
        when: 'the pods get no proxy',
        edit: (fleet) => {
          fleet.set(
            fleet.find('east', 'Deployment', 'linkerd-gateway'),
            'spec.template.metadata.annotations',
            {
              'linkerd.io/inject': 'disabled',
              'config.linkerd.io/enable-gateway': 'true',
            },
          );
        },
      },
    ],
    holds: [
      {
        when: 'the namespace sets both',
        edit: (fleet) => {
          fleet.set(
            fleet.find('east', 'Deployment', 'linkerd-gateway'),
            'spec.template.metadata.annotations',
            {},
          );
          const annotations = { 'linkerd.io/inject': 'enabled', 'config.linkerd.io/enable-gateway': 'true' };
          const namespaces = (fleet.clusters.east ?? []).filter(({ kind }) => kind === 'Namespace');
          for (const namespace of namespaces) namespace.metadata.annotations = annotations;
          if (namespaces.length === 0)
            fleet.add('east', {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: { name: 'linkerd-multicluster', annotations },
            });
        },
      },
    ],
  },
};
