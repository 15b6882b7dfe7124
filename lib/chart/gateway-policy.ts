import type { HelmValue } from '../helm/value.js';
import { sharedForText } from '../manifests/shared-for.js';
import { sharedPart } from '../manifests/shared-part.js';
import type { ChartObject } from './chart-object.js';
import { labels, type Rendering } from './rendering.js';

/**
 * Who may use the gateway: any meshed identity, from any network.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/gateway-policy.yaml
 */
export function gatewayPolicy(r: Rendering): ChartObject[] {
  const app = r.place.raw(r.gateway.name, 'gateway.name');
  const { namespace } = r;
  const annotations = r.createdByAlone;
  const own = labels({ app, 'linkerd.io/extension': 'multicluster' }, r.commonLabels);
  const metadata = (name: string) => ({ annotations, labels: own, name, namespace });
  return [
    {
      apiVersion: r.facts.serverApiVersion,
      kind: 'Server',
      metadata: metadata('linkerd-gateway'),
      spec: { podSelector: { matchLabels: { app } }, port: 'linkerd-proxy' },
    },
    {
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'AuthorizationPolicy',
      metadata: metadata('linkerd-gateway'),
      spec: typeof namespace === 'string' ? anyMeshedIn(namespace) : anyMeshed(namespace),
    },
    {
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'MeshTLSAuthentication',
      metadata: metadata('any-meshed'),
      spec: ANYBODY,
    },
    {
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'NetworkAuthentication',
      metadata: metadata('source-cluster'),
      spec: ANYWHERE,
    },
  ];
}

const ANYBODY = sharedPart({ identities: ['*'] });
const ANYWHERE = sharedPart({ networks: [{ cidr: '0.0.0.0/0' }, { cidr: '::/0' }] });

function anyMeshed(namespace: HelmValue) {
  return {
    requiredAuthenticationRefs: [
      { group: 'policy.linkerd.io', kind: 'MeshTLSAuthentication', name: 'any-meshed', namespace },
      { group: 'policy.linkerd.io', kind: 'NetworkAuthentication', name: 'source-cluster', namespace },
    ],
    targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: 'linkerd-gateway' },
  };
}

const anyMeshedIn = sharedForText(anyMeshed);
