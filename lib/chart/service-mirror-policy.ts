import type { ServiceMirrorPods } from '../releases/facts.js';
import type { ChartObject, Keys } from './chart-object.js';
import { labels, type Rendering } from './rendering.js';

/** A port of some pods that only the viz extension's Prometheus may read. */
interface AdminPort {
  readonly name: string;
  readonly port: string;
  readonly own: Keys;
  readonly podSelector: Readonly<Record<string, unknown>>;
}

/** Components of the pods that each release's Server `service-mirror` selects. */
const SERVICE_MIRROR_SELECTORS: Readonly<Record<ServiceMirrorPods, Readonly<Record<string, unknown>>>> = {
  legacy: { matchLabels: { component: 'linkerd-service-mirror' } },
  'legacy and controllers': {
    matchExpressions: [
      { key: 'component', operator: 'In', values: ['linkerd-service-mirror', 'controller'] },
    ],
  },
  'legacy of the extension': ofComponent('linkerd-service-mirror').podSelector,
};

/**
 * Who may read the admin ports of the extension's pods: the viz extension's Prometheus alone.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/service-mirror-policy.yaml
 */
export function serviceMirrorPolicy(r: Rendering): ChartObject[] {
  const { adminPolicies, adminPorts, serviceMirrorPods } = r.facts;
  const serviceMirror: AdminPort = {
    name: 'service-mirror',
    port: adminPorts.serviceMirror,
    own: { component: 'linkerd-service-mirror', 'linkerd.io/extension': 'multicluster' },
    podSelector: SERVICE_MIRROR_SELECTORS[serviceMirrorPods],
  };
  if (!adminPolicies) return closed(r, serviceMirror);
  const extension: Keys = { 'linkerd.io/extension': 'multicluster' };
  return [
    ...closed(r, {
      name: 'linkerd-admin',
      port: 'linkerd-admin',
      own: extension,
      podSelector: { matchLabels: extension },
    }),
    ...closed(r, serviceMirror),
    ...closed(r, { name: 'controller', port: adminPorts.controller, ...ofComponent('controller') }),
    ...closed(r, {
      name: 'local-service-mirror',
      port: adminPorts.localServiceMirror,
      ...ofComponent('local-service-mirror'),
    }),
  ];
}

function ofComponent(component: string): Pick<AdminPort, 'own' | 'podSelector'> {
  const own: Keys = { component, 'linkerd.io/extension': 'multicluster' };
  return { own, podSelector: { matchLabels: own } };
}

function closed(r: Rendering, { name, port, own, podSelector }: AdminPort): ChartObject[] {
  const metadata = () => ({ labels: labels(own, r.commonLabels), name, namespace: r.namespace });
  return [
    {
      apiVersion: r.facts.serverApiVersion,
      kind: 'Server',
      metadata: metadata(),
      spec: { podSelector, port, proxyProtocol: 'HTTP/1' },
    },
    {
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'AuthorizationPolicy',
      metadata: metadata(),
      spec: {
        requiredAuthenticationRefs: [
          { kind: 'ServiceAccount', name: 'prometheus', namespace: 'linkerd-viz' },
        ],
        targetRef: { group: 'policy.linkerd.io', kind: 'Server', name },
      },
    },
  ];
}
