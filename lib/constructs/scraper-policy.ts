import { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { addObjects } from './plain-objects.js';

/** A scraper and the objects of the cluster it wants to read. */
export interface ScraperPolicyProps {
  /** Account of the scraper in the mesh. */
  readonly scrapers: readonly { readonly namespace: string; readonly serviceAccount: string }[];
  /** The cluster's own objects: Servers that close a metrics port, and the pods behind them. */
  readonly objects: readonly Manifest[];
}

/**
 * AuthorizationPolicies that let scrapers read the metrics ports which the chart closes to all but Linkerd viz.
 *
 * One policy for each Server that selects a pod of the cluster and each scraper: policies add up, while the
 * references within one policy must all hold.
 * @see https://github.com/linkerd/linkerd2/pull/14992
 */
export class ScraperPolicy extends Construct {
  constructor(scope: Construct, id: string, props: ScraperPolicyProps) {
    super(scope, id);
    addObjects(this, scraperPolicies(props));
  }
}

/** The policies as plain data; empty where the chart closes no port of a pod that is there. */
export function scraperPolicies(props: ScraperPolicyProps): Manifest[] {
  const pods = props.objects.filter((object) => object.kind === 'Deployment').map(podOf);
  const servers = props.objects.filter((object) => object.kind === 'Server' && closesMetrics(object, pods));
  return servers.flatMap((server) =>
    props.scrapers.map(({ namespace, serviceAccount }) => ({
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'AuthorizationPolicy',
      metadata: {
        labels: { 'linkerd.io/extension': 'multicluster' },
        name: `${server.metadata.name}-${namespace}-${serviceAccount}`,
        namespace: server.metadata.namespace,
      },
      spec: {
        requiredAuthenticationRefs: [{ kind: 'ServiceAccount', name: serviceAccount, namespace }],
        targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: server.metadata.name },
      },
    })),
  );
}

interface Pod {
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
}

interface DeploymentSpec {
  readonly template: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: {
      readonly containers: readonly { readonly ports?: readonly { readonly name: string }[] }[];
    };
  };
}

function podOf(deployment: Manifest): Pod {
  const { template } = deployment.spec as DeploymentSpec;
  const ports = template.spec.containers.flatMap((container) =>
    (container.ports ?? []).map((port) => port.name),
  );
  // the proxy's own admin port is there once Linkerd has injected the pod
  return { labels: template.metadata.labels, ports: [...ports, 'linkerd-admin'] };
}

function closesMetrics(server: Manifest, pods: readonly Pod[]): boolean {
  const { port, podSelector } = server.spec as {
    readonly port: string;
    readonly podSelector: {
      readonly matchLabels?: Readonly<Record<string, string>>;
      readonly matchExpressions?: readonly Expression[];
    };
  };
  return pods.some(
    (pod) =>
      pod.ports.includes(port) &&
      Object.entries(podSelector.matchLabels ?? {}).every(([key, value]) => pod.labels[key] === value) &&
      (podSelector.matchExpressions ?? []).every(
        ({ key, operator, values }) => operator === 'In' && values.includes(pod.labels[key] ?? ''),
      ),
  );
}

/** The only form of expression that the chart's Servers use. */
interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}
