import type { GivenCluster, GivenManifest } from '../../lib/simulator/prediction/given.js';

type Labels = Readonly<Record<string, string>>;

/** Fields of a Service beyond its name. */
export interface ServiceParts {
  readonly labels?: Labels;
  readonly annotations?: Labels;
  readonly namespace?: string;
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** A manifest of any kind, as if read from `file`. */
export function manifest(object: Readonly<Record<string, unknown>>, file = 'all.yaml'): GivenManifest {
  return { object, file };
}

/** Service `name` in Namespace shop: one port, and a selector that nothing matches. */
export function service(
  name: string,
  { labels = {}, annotations = {}, namespace = 'shop', spec = {} }: ServiceParts = {},
): GivenManifest {
  return manifest({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels, annotations },
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80 }], ...spec },
  });
}

/** A Deployment or StatefulSet whose pods carry `app: <name>`. */
export function workload(
  kind: string,
  name: string,
  spec: Readonly<Record<string, unknown>> = {},
): GivenManifest {
  const template = { metadata: { labels: { app: name } }, spec: { containers: [] } };
  return manifest({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec: { template, ...spec },
  });
}

export function namespace(name: string): GivenManifest {
  return manifest({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
}

/** A Link with a gateway and the three usual selectors. */
export function link(target: string, spec: Readonly<Record<string, unknown>> = {}): GivenManifest {
  return manifest({
    apiVersion: 'multicluster.linkerd.io/v1alpha3',
    kind: 'Link',
    metadata: { name: target, namespace: 'linkerd-multicluster' },
    spec: {
      targetClusterName: target,
      targetClusterDomain: 'cluster.local',
      clusterCredentialsSecret: `cluster-credentials-${target}`,
      gatewayAddress: '203.0.113.10',
      gatewayPort: '4143',
      gatewayIdentity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
      probeSpec: { path: '/ready', port: '4191', period: '3s' },
      selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
      remoteDiscoverySelector: { matchLabels: { 'mirror.linkerd.io/exported': 'remote-discovery' } },
      federatedServiceSelector: { matchLabels: { 'mirror.linkerd.io/federated': 'member' } },
      ...spec,
    },
  });
}

/** The mirror controller of a Link. */
export function controller(linkName: string, ...args: readonly string[]): GivenManifest {
  const containers = [{ name: 'controller', args: ['service-mirror', ...args, linkName] }];
  const metadata = { name: `controller-${linkName}`, namespace: 'linkerd-multicluster' };
  return manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { template: { spec: { containers } } },
  });
}

export function cluster(name: string, ...manifests: readonly GivenManifest[]): GivenCluster {
  return { name, manifests };
}

/** Labels of the three ways to export a Service. */
export const exported: Labels = { 'mirror.linkerd.io/exported': 'true' };
export const flat: Labels = { 'mirror.linkerd.io/exported': 'remote-discovery' };
export const member: Labels = { 'mirror.linkerd.io/federated': 'member' };
