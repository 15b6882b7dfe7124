import { sharedFor } from '../manifests/shared-for.js';
import { sharedPart } from '../manifests/shared-part.js';
import type { ReleaseFacts, ServiceMirrorPods } from '../releases/facts.js';
import type { ChartObject, Keys } from './chart-object.js';
import { labels, type Rendering } from './rendering.js';

/** A port of some pods that only the viz extension's Prometheus may read: what its two objects are made of. */
interface AdminPort {
  readonly name: string;
  readonly own: Keys;
  readonly server: Readonly<Record<string, unknown>>;
  readonly policy: Readonly<Record<string, unknown>>;
}

/** Components of the pods that each release's Server `service-mirror` selects. */
const SERVICE_MIRROR_SELECTORS: Readonly<Record<ServiceMirrorPods, Readonly<Record<string, unknown>>>> = {
  legacy: { matchLabels: { component: 'linkerd-service-mirror' } },
  'legacy and controllers': {
    matchExpressions: [
      { key: 'component', operator: 'In', values: ['linkerd-service-mirror', 'controller'] },
    ],
  },
  'legacy of the extension': { matchLabels: ofComponent('linkerd-service-mirror') },
};

const EXTENSION: Keys = { 'linkerd.io/extension': 'multicluster' };

/**
 * Who may read the admin ports of the extension's pods: the viz extension's Prometheus alone.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/service-mirror-policy.yaml
 */
export function serviceMirrorPolicy(r: Rendering): ChartObject[] {
  return adminPorts(r.facts).flatMap((port) => closed(r, port));
}

/** The ports of a release. */
const adminPorts = sharedFor(({ adminPolicies, adminPorts, serviceMirrorPods }: ReleaseFacts) => {
  const pods = SERVICE_MIRROR_SELECTORS[serviceMirrorPods];
  const of = ofComponent;
  const serviceMirror = adminPort(
    'service-mirror',
    adminPorts.serviceMirror,
    of('linkerd-service-mirror'),
    pods,
  );
  if (!adminPolicies) return [serviceMirror];
  return [
    adminPort('linkerd-admin', 'linkerd-admin', EXTENSION),
    serviceMirror,
    adminPort('controller', adminPorts.controller, of('controller')),
    adminPort('local-service-mirror', adminPorts.localServiceMirror, of('local-service-mirror')),
  ];
});

function ofComponent(component: string): Keys {
  return { component, 'linkerd.io/extension': 'multicluster' };
}

function adminPort(
  name: string,
  port: string,
  own: Keys,
  podSelector: Readonly<Record<string, unknown>> = { matchLabels: own },
): AdminPort {
  return {
    name,
    own,
    server: sharedPart({ podSelector, port, proxyProtocol: 'HTTP/1' }),
    policy: sharedPart({
      requiredAuthenticationRefs: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: 'linkerd-viz' }],
      targetRef: { group: 'policy.linkerd.io', kind: 'Server', name },
    }),
  };
}

function closed(r: Rendering, { name, own, server, policy }: AdminPort): ChartObject[] {
  const metadata = { labels: labels(own, r.commonLabels), name, namespace: r.namespace };
  return [
    { apiVersion: r.facts.serverApiVersion, kind: 'Server', metadata, spec: server },
    { apiVersion: 'policy.linkerd.io/v1alpha1', kind: 'AuthorizationPolicy', metadata, spec: policy },
  ];
}
