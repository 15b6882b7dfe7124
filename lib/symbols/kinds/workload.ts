import type { Field } from '../field.js';
import { findDnsNames, type DnsName } from '../dns-names.js';
import { withFields, type ObjectSymbol } from '../object.js';
import { isPlain, type Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';

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
  readonly containers: readonly ContainerSymbol[];
  /** Service names that environment variables and arguments mention. */
  readonly dnsNames: readonly DnsName[];
}

const resourceKeys = new Set(['claims', 'limits', 'requests']);

function unknownResources(container: Reader): readonly Field<string>[] | undefined {
  const resources = container.raw('resources');
  if (!isPlain(resources)) return undefined;
  const unknown = Object.keys(resources).filter((key) => !resourceKeys.has(key));
  return unknown.length === 0 ? undefined : unknown.map((key) => container.field(key, ['resources', key]));
}

const readArgs = onceForPart('args', (container) => {
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

const readSpec = onceForPart('spec', (reader) => {
  const spec = reader.under('spec');
  const template = spec.under('template');
  const metadata = template.under('metadata');
  const pod = template.sub('spec');
  const dnsNames: DnsName[] = [];
  const containers = (pod?.items('containers') ?? []).map((container) => {
    const { args, dnsNames: inArgs } = readArgs(container);
    dnsNames.push(...inArgs);
    for (const variable of container.items('env')) {
      const text = variable.text('value');
      if (text?.value.includes('.svc') === true) dnsNames.push(...findDnsNames(text));
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
    replicas: spec.integer('replicas'),
    firstOrdinal: spec.integer('ordinals', 'start')?.value ?? 0,
    serviceAccountName: pod?.text('serviceAccountName'),
    podLabels: metadata.record('labels'),
    podAnnotations: metadata.record('annotations'),
    containers,
    dnsNames,
  };
});

/** Reads a workload with a pod template. */
export function readWorkload(object: ObjectSymbol, reader: Reader): WorkloadSymbol {
  const workload = withFields(object, readSpec(reader));
  return object.kind === 'StatefulSet'
    ? withFields(workload, { serviceName: reader.text('spec', 'serviceName') })
    : workload;
}
