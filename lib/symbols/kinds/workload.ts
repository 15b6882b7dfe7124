import type { Field } from '../field.js';
import { findDnsNames, type DnsName } from '../dns-names.js';
import type { ObjectSymbol } from '../object.js';
import { isPlain, type Reader } from '../reader.js';

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

function unknownResources(container: Reader): Pick<ContainerSymbol, 'unknownResources'> {
  const resources = container.raw('resources');
  if (!isPlain(resources)) return {};
  const unknown = Object.keys(resources).filter((key) => !resourceKeys.has(key));
  if (unknown.length === 0) return {};
  return { unknownResources: unknown.map((key) => container.field(key, ['resources', key])) };
}

/** Reads a workload with a pod template. */
export function readWorkload(object: ObjectSymbol, reader: Reader): WorkloadSymbol {
  const pod = reader.sub('spec', 'template', 'spec');
  const containers = pod?.items('containers') ?? [];
  const texts = containers.flatMap((container) => [
    ...container.texts('args'),
    ...container.items('env').flatMap((variable) => variable.text('value') ?? []),
  ]);
  return {
    ...object,
    replicas: reader.integer('spec', 'replicas'),
    ...(object.kind === 'StatefulSet' ? { serviceName: reader.text('spec', 'serviceName') } : {}),
    firstOrdinal: reader.integer('spec', 'ordinals', 'start')?.value ?? 0,
    serviceAccountName: pod?.text('serviceAccountName'),
    podLabels: reader.record('spec', 'template', 'metadata', 'labels'),
    podAnnotations: reader.record('spec', 'template', 'metadata', 'annotations'),
    containers: containers.map((container) => ({
      name: container.text('name')?.value ?? '',
      image: container.text('image'),
      args: container.texts('args').filter((argument) => argument.value.length < 300),
      ...unknownResources(container),
      ports: container.items('ports').map((port) => ({
        name: port.text('name')?.value,
        port: port.integer('containerPort')?.value,
      })),
    })),
    dnsNames: texts.flatMap((text) => findDnsNames(text)),
  };
}
