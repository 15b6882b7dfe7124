import { areOfMirror } from '../../symbols/served-link.js';
import { asList, asRecord, asStringMap, asText } from '../raw-object.js';
import type { GivenManifest } from './given.js';
import type { GivenWorkload } from './inventory.js';

/** What runs pods, as far as endpoints depend on it. */
export function readWorkload(kind: string, object: GivenManifest['object']): GivenWorkload {
  const { name, namespace } = asRecord(object.metadata);
  const spec = asRecord(object.spec);
  const podMetadata = kind === 'Pod' ? object.metadata : asRecord(spec.template).metadata;
  const serviceName = asText(spec.serviceName);
  return {
    kind,
    name: asText(name) ?? '',
    namespace: asText(namespace) ?? '',
    podLabels: asStringMap(asRecord(podMetadata).labels),
    replicas: typeof spec.replicas === 'number' ? spec.replicas : 1,
    ...(serviceName === undefined ? {} : { serviceName }),
  };
}

/** Arguments of a mirror controller's container, if a workload has one. */
export function mirrorArguments(object: GivenManifest['object']): readonly string[] | undefined {
  const pod = asRecord(asRecord(asRecord(object.spec).template).spec);
  for (const container of asList(pod.containers)) {
    const args = asList(asRecord(container).args).filter((arg) => typeof arg === 'string');
    if (areOfMirror(args)) return args;
  }
  return undefined;
}
