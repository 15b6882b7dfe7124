import { asList, asRecord, asStringMap, asText } from '../raw-object.js';
import type { StringMap } from '../objects.js';
import type { GivenManifest } from '../prediction/given.js';
import type { PredictionInput } from '../prediction/predict.js';

/** The pods that a workload runs, as far as injection and policies ask. */
export interface PodTemplate {
  readonly given: GivenManifest;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: StringMap;
  readonly annotations: StringMap;
  /** `default` where the manifest names none, as Kubernetes has it. */
  readonly account: string;
  readonly hostNetwork: boolean;
  /** Named ports, those of the proxy among them. */
  readonly ports: ReadonlyMap<string, number>;
  /** Arguments of each container. */
  readonly args: readonly (readonly string[])[];
  /** Absent where the manifest leaves the number to its default. */
  readonly replicas?: number;
}

const kinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod']);

/**
 * Ports of the proxy, which are in no manifest: it is injected.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/charts/partials/templates/_proxy.tpl
 */
const proxyPorts: readonly (readonly [string, number])[] = [
  ['linkerd-proxy', 4143],
  ['linkerd-admin', 4191],
];

function templateIn(kind: string, object: GivenManifest['object']): Readonly<Record<string, unknown>> {
  if (kind === 'Pod') return object;
  const spec = asRecord(object.spec);
  const holder = kind === 'CronJob' ? asRecord(asRecord(spec.jobTemplate).spec) : spec;
  return asRecord(holder.template);
}

function read(given: GivenManifest, kind: string): PodTemplate {
  const { object } = given;
  const { name, namespace } = asRecord(object.metadata);
  const template = templateIn(kind, object);
  const metadata = asRecord(template.metadata);
  const spec = asRecord(template.spec);
  const containers = [...asList(spec.initContainers), ...asList(spec.containers)].map(asRecord);
  const ports = containers.flatMap((container) =>
    asList(container.ports).flatMap((entry): (readonly [string, number])[] => {
      const port = asRecord(entry);
      const label = asText(port.name);
      return label === undefined || typeof port.containerPort !== 'number'
        ? []
        : [[label, port.containerPort]];
    }),
  );
  const { replicas } = asRecord(object.spec);
  return {
    given,
    kind,
    name: asText(name) ?? '',
    namespace: asText(namespace) ?? 'default',
    labels: asStringMap(metadata.labels),
    annotations: asStringMap(metadata.annotations),
    account: asText(spec.serviceAccountName) ?? asText(spec.serviceAccount) ?? 'default',
    hostNetwork: spec.hostNetwork === true,
    ports: new Map([...proxyPorts, ...ports]),
    args: containers.map(({ args }) => asList(args).filter((arg) => typeof arg === 'string')),
    ...(typeof replicas === 'number' ? { replicas } : {}),
  };
}

/** Pod templates of one cluster's workloads, in the order of its manifests. */
export function podTemplates({ clusters }: PredictionInput, cluster: string): readonly PodTemplate[] {
  const manifests = clusters.find(({ name }) => name === cluster)?.manifests ?? [];
  return manifests.flatMap((given) => {
    const kind = asText(given.object.kind) ?? '';
    return kinds.has(kind) ? [read(given, kind)] : [];
  });
}

/** The manifest of a Namespace of one cluster. */
export function namespaceManifest(
  { clusters }: PredictionInput,
  cluster: string,
  namespace: string,
): GivenManifest | undefined {
  return clusters
    .find(({ name }) => name === cluster)
    ?.manifests.find(
      ({ object }) => object.kind === 'Namespace' && asRecord(object.metadata).name === namespace,
    );
}
