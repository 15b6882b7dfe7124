import type { Field } from '../field.js';
import { findDnsNames, type DnsName } from '../dns-names.js';
import { withFields, type ObjectSymbol, type Open } from '../object.js';
import { isPlain, type Reader } from '../reader.js';
import { onceForList, onceForPart } from '../shared-reading.js';

/** One container of a workload. */
export interface ContainerSymbol {
  readonly name: string;
  readonly image?: Field<string>;
  readonly args: readonly Field<string>[];
  /** Keys of `resources` that Kubernetes does not have. */
  readonly unknownResources?: readonly Field<string>[];
  readonly ports: readonly { readonly name?: string; readonly port?: number }[];
}

/** A Deployment, StatefulSet, DaemonSet or Job. */
export interface WorkloadSymbol extends ObjectSymbol {
  readonly replicas?: Field<number>;
  /** Of a StatefulSet: the headless Service that gives its pods hostnames. */
  readonly serviceName?: Field<string>;
  /** Number of a StatefulSet's first pod. */
  readonly firstOrdinal: number;
  readonly serviceAccountName?: Field<string>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** The first label that the selector asks for and its own pods have with another value, or not at all. */
  readonly unmatched?: UnmatchedLabel;
  readonly containers: readonly ContainerSymbol[];
  /** Service names that environment variables and arguments mention. */
  readonly dnsNames: readonly DnsName[];
}

/** A label of `spec.selector.matchLabels`; `actual` is what the pods have. */
export interface UnmatchedLabel extends Field<string> {
  readonly key: string;
  readonly actual?: string;
}

const noNames: readonly DnsName[] = [];
const resourceKeys = new Set(['claims', 'limits', 'requests']);

function unknownResources(container: Reader): readonly Field<string>[] | undefined {
  const resources = container.raw('resources');
  if (!isPlain(resources)) return undefined;
  let unknown: Field<string>[] | undefined;
  for (const key of Object.keys(resources)) {
    if (!resourceKeys.has(key)) (unknown ??= []).push(container.field(key, ['resources', key]));
  }
  return unknown;
}

const readArgs = onceForList('args', (container) => {
  const args = container.texts('args');
  return {
    args: args.filter(({ value }) => value.length < 300),
    dnsNames: args.flatMap((arg) => findDnsNames(arg)),
  };
});

const readPorts = onceForPart('ports', (container): ContainerSymbol['ports'] =>
  container.items('ports').map((port) => ({
    name: port.word('name'),
    port: port.integer('containerPort')?.value,
  })),
);

const readPod = onceForPart('spec', (template) => {
  const pod = template.sub('spec');
  let dnsNames = noNames;
  const containers = (pod?.items('containers') ?? []).map((container) => {
    const { args, dnsNames: inArgs } = readArgs(container);
    if (inArgs.length > 0) dnsNames = [...dnsNames, ...inArgs];
    for (const variable of container.items('env')) {
      const text = variable.text('value');
      if (text?.value.includes('.svc') === true) dnsNames = [...dnsNames, ...findDnsNames(text)];
    }
    return {
      name: container.word('name') ?? '',
      image: container.text('image'),
      args,
      unknownResources: unknownResources(container),
      ports: readPorts(container),
    };
  });
  return {
    serviceAccountName: pod?.text('serviceAccountName'),
    nodeSelector: pod?.raw('nodeSelector') === undefined ? undefined : pod.record('nodeSelector'),
    containers,
    dnsNames,
  };
});

const readSpec = onceForPart('spec', (reader) => {
  const spec = reader.under('spec');
  const template = spec.under('template');
  const metadata = template.under('metadata');
  const { serviceAccountName, nodeSelector, containers, dnsNames } = readPod(template);
  const podLabels = metadata.record('labels');
  return {
    replicas: spec.integer('replicas'),
    firstOrdinal: spec.integer('ordinals', 'start')?.value ?? 0,
    serviceAccountName,
    podLabels,
    podAnnotations: metadata.record('annotations'),
    nodeSelector,
    unmatched: containers.length === 0 ? undefined : unmatchedLabel(spec, podLabels),
    containers,
    dnsNames,
  };
});

function unmatchedLabel(
  spec: Reader,
  podLabels: Readonly<Record<string, string>>,
): UnmatchedLabel | undefined {
  const labels = spec.raw('selector', 'matchLabels');
  if (!isPlain(labels)) return undefined;
  for (const key in labels) {
    const value = labels[key];
    const actual = Object.hasOwn(podLabels, key) ? podLabels[key] : undefined;
    if (typeof value === 'string' && value !== actual)
      return { key, actual, ...spec.field(value, ['selector', 'matchLabels', key]) };
  }
  return undefined;
}

/** Reads a workload with a pod template. */
export function readWorkload(object: ObjectSymbol, reader: Reader): WorkloadSymbol {
  const spec = readSpec(reader);
  const workload = object as Open<WorkloadSymbol>;
  workload.replicas = spec.replicas;
  workload.firstOrdinal = spec.firstOrdinal;
  workload.serviceAccountName = spec.serviceAccountName;
  workload.podLabels = spec.podLabels;
  workload.podAnnotations = spec.podAnnotations;
  workload.nodeSelector = spec.nodeSelector;
  workload.unmatched = spec.unmatched;
  workload.containers = spec.containers;
  workload.dnsNames = spec.dnsNames;
  return object.kind === 'StatefulSet'
    ? withFields(workload, { serviceName: reader.text('spec', 'serviceName') })
    : workload;
}
