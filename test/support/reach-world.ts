import type { GivenManifest } from '../../lib/simulator/prediction/given.js';
import type { PredictionInput } from '../../lib/simulator/prediction/predict.js';
import { reach, type ReachAnswer } from '../../lib/simulator/reach/reach.js';
import type { FleetFacts } from '../../lib/checks/facts.js';
import { cluster, controller, exported, link, manifest, namespace, service, workload } from './manifests.js';

/** The gateway's identity. */
export const identity = 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local';

/** The gateway Service of east. */
export const gateway = manifest({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'linkerd-gateway',
    namespace: 'linkerd-multicluster',
    annotations: {
      'mirror.linkerd.io/gateway-identity': identity,
      'mirror.linkerd.io/multicluster-gateway': 'true',
    },
  },
  spec: {
    type: 'LoadBalancer',
    ports: [
      { name: 'mc-gateway', port: 4143 },
      { name: 'mc-probe', port: 4191 },
    ],
  },
});

/** The account of east that other clusters use. */
export const account = manifest({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: {
    name: 'linkerd-service-mirror-remote-access-default',
    namespace: 'linkerd-multicluster',
    labels: { 'linkerd.io/extension': 'multicluster' },
  },
});

/** Its token. */
const token = manifest({
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'kubernetes.io/service-account-token',
  metadata: {
    name: 'linkerd-service-mirror-remote-access-default-token',
    namespace: 'linkerd-multicluster',
    annotations: { 'kubernetes.io/service-account.name': 'linkerd-service-mirror-remote-access-default' },
  },
});

/** The caller, in the mesh. */
export const cart = workload('Deployment', 'cart', {
  template: { metadata: { labels: { app: 'cart' }, annotations: { 'linkerd.io/inject': 'enabled' } } },
});

/** An ExternalSecret of a Link's kubeconfig, as the credentials of our own output are made. */
export function secret(inNamespace: string): GivenManifest {
  const template = {
    type: 'mirror.linkerd.io/remote-kubeconfig',
    metadata: {
      labels: { 'multicluster.linkerd.io/cluster-name': 'east' },
      annotations: {
        'multicluster.linkerd.io/trust-domain': 'cluster.local',
        'multicluster.linkerd.io/cluster-domain': 'cluster.local',
      },
    },
    data: { kubeconfig: '{{ .kubeconfig }}' },
  };
  return manifest({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'cluster-credentials-east', namespace: inNamespace },
    spec: {
      data: [{ secretKey: 'kubeconfig', remoteRef: { key: 'west-to-east' } }],
      target: { template: inNamespace === 'linkerd' ? template : { data: template.data } },
    },
  });
}

/** Manifests of both clusters, and what else is known of them. */
export interface ReachWorld extends Pick<PredictionInput, 'release' | 'facts'> {
  readonly west?: readonly GivenManifest[];
  readonly east?: readonly GivenManifest[];
}

/** The Link of west to east. */
export const eastLink = link('east');
/** Its controller. */
export const mirrorController = controller('east');
/** The controller's credentials. */
export const credentials = secret('linkerd-multicluster');
/** The Deployment behind the exported Service. */
export const webPods = workload('Deployment', 'web');
/** The exported Service. */
export const web = service('web', { labels: exported });

/** Manifests with which everything holds. */
export const whole = {
  west: [namespace('shop'), eastLink, mirrorController, credentials, cart],
  east: [gateway, account, token, webPods, web],
};

/** Facts of clusters whose pods reach each other. */
export function routed(facts: FleetFacts = {}): FleetFacts {
  const networks = ['pods'];
  return {
    ...facts,
    clusters: {
      ...facts.clusters,
      west: { networks, ...facts.clusters?.west },
      east: { networks, ...facts.clusters?.east },
    },
  };
}

/** Whether west/shop/cart reaches a Service of east. */
export function ask(
  { west = whole.west, east = whole.east, facts = routed(), ...known }: ReachWorld = {},
  target = 'web',
  workload = 'cart',
): ReachAnswer {
  const clusters = [cluster('west', ...west), cluster('east', ...east)];
  return reach(
    { clusters, facts, ...known },
    { source: 'west', namespace: 'shop', workload },
    { target: 'east', service: target },
  );
}

/** The checks that an answer calls broken. */
export function broken(answer: ReachAnswer): string[] {
  return answer.steps.filter((step) => step.verdict === 'no').map((step) => step.check);
}

/** A list of manifests less some of it. */
export function without(list: readonly GivenManifest[], ...left: readonly GivenManifest[]): GivenManifest[] {
  return list.filter((each) => !left.includes(each));
}
