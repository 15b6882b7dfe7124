import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { sharedForText } from '../manifests/shared-for.js';
import { sharedPart } from '../manifests/shared-part.js';
import { ObjectsConstruct } from './objects-construct.js';

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
export class ScraperPolicy extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: ScraperPolicyProps) {
    super(scope, id, scraperPolicies(props));
  }
}

/** The policies as plain data; empty where the chart closes no port of a pod that is there. */
function scraperPolicies({ scrapers, objects }: ScraperPolicyProps): Manifest[] {
  if (scrapers.length === 0) return [];
  const pods = objects.filter(({ kind }) => kind === 'Deployment').map(podOf);
  const servers = objects.filter((object) => object.kind === 'Server' && closesMetrics(object, pods));
  return servers.flatMap(({ metadata }) =>
    scrapers.map(({ namespace, serviceAccount }) => ({
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'AuthorizationPolicy',
      metadata: {
        labels: LABELS,
        name: `${metadata.name}-${namespace}-${serviceAccount}`,
        namespace: metadata.namespace,
      },
      spec: {
        requiredAuthenticationRefs: [{ kind: 'ServiceAccount', name: serviceAccount, namespace }],
        targetRef: targetRef(metadata.name),
      },
    })),
  );
}

const LABELS = sharedPart({ 'linkerd.io/extension': 'multicluster' });
const targetRef = sharedForText((name) => ({ group: 'policy.linkerd.io', kind: 'Server', name }));

interface Pod {
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly Container[];
}

interface Container {
  readonly ports?: readonly { readonly name: string }[];
}

interface DeploymentSpec {
  readonly template: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: { readonly containers: readonly Container[] };
  };
}

function podOf(deployment: Manifest): Pod {
  const { template } = deployment.spec as DeploymentSpec;
  return { labels: template.metadata.labels, containers: template.spec.containers };
}

function closesMetrics(server: Manifest, pods: readonly Pod[]): boolean {
  const { port, podSelector } = server.spec as { readonly port: string; readonly podSelector: Selector };
  return pods.some((pod) => hasPort(pod, port) && isSelected(pod, podSelector));
}

function hasPort({ containers }: Pod, port: string): boolean {
  // the proxy's own admin port is there once Linkerd has injected the pod
  return port === 'linkerd-admin' || containers.some(({ ports }) => ports?.some(({ name }) => name === port));
}

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly Expression[];
}

function isSelected({ labels }: Pod, { matchLabels, matchExpressions = [] }: Selector): boolean {
  for (const key in matchLabels) if (labels[key] !== matchLabels[key]) return false;
  return matchExpressions.every(
    ({ key, operator, values }) => operator === 'In' && values.includes(labels[key] ?? ''),
  );
}

/** The only form of expression that the chart's Servers use. */
interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}
