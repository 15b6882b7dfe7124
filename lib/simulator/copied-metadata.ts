import { excludes } from '../checks/exclusion.js';
import type { LinkSpec } from './link-spec.js';
import type { Service, StringMap } from './objects.js';
import { keys } from './well-known.js';

const topology = new Set([
  'service.kubernetes.io/topology-aware-hints',
  'service.kubernetes.io/topology-mode',
]);

function isExcluded(exclusions: LinkSpec['excludedLabels'], key: string): boolean {
  return exclusions?.some((exclusion) => excludes(exclusion, key)) === true;
}

/**
 * What a Link copies from an exported Service, and what it adds.
 *
 * `getMirrorServiceLabels` and its neighbours upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export interface MetadataCopier {
  /** Labels of a federated Service. */
  readonly commonLabels: (service: Service) => StringMap;
  /** Labels of a mirror's Endpoints. */
  readonly endpointsLabels: (service: Service) => StringMap;
  /** Labels of a mirror Service; `flat` adds the labels of remote discovery. */
  readonly mirrorLabels: (service: Service, flat: boolean) => StringMap;
  readonly mirrorAnnotations: (service: Service) => StringMap;
  readonly federatedAnnotations: (service: Service) => StringMap;
  /** `web.shop.svc.cluster.local`; ends in `svc.` without a cluster domain. */
  readonly remoteName: (name: string, namespace: string) => string;
}

/** The copier of one Link. */
export function createCopier(link: LinkSpec): MetadataCopier {
  const target = link.targetClusterName ?? '';
  const { excludedLabels, excludedAnnotations } = link;
  const domain = link.targetClusterDomain ?? '';

  const copyLabels = (service: Service): Record<string, string> => {
    const labels: Record<string, string> = { [keys.mirroredService]: 'true' };
    const from = service.metadata.labels;
    for (const key in from) {
      if (!key.startsWith(keys.mirrorPrefix) && !isExcluded(excludedLabels, key))
        labels[key] = from[key] ?? '';
    }
    return labels;
  };
  const copyAnnotations = (service: Service): Record<string, string> => {
    const annotations: Record<string, string> = {};
    const from = service.metadata.annotations;
    for (const key in from) {
      if (!topology.has(key) && !isExcluded(excludedAnnotations, key)) annotations[key] = from[key] ?? '';
    }
    const opaque = from[keys.opaquePorts];
    if (opaque !== undefined) annotations[keys.opaquePorts] = opaque;
    return annotations;
  };
  const endpointsLabels = (service: Service): Record<string, string> => {
    const labels = copyLabels(service);
    labels[keys.clusterName] = target;
    return labels;
  };
  const remoteName = (name: string, namespace: string): string => `${name}.${namespace}.svc.${domain}`;

  return {
    remoteName,
    endpointsLabels,
    commonLabels: copyLabels,
    mirrorLabels: (service, flat) => {
      const labels = endpointsLabels(service);
      if (flat) {
        labels[keys.remoteDiscovery] = target;
        labels[keys.remoteService] = service.metadata.name;
      }
      return labels;
    },
    mirrorAnnotations: (service) => {
      const annotations = copyAnnotations(service);
      annotations[keys.remoteServiceName] = remoteName(service.metadata.name, service.metadata.namespace);
      annotations[keys.remoteVersion] = service.version;
      return annotations;
    },
    federatedAnnotations: (service) => {
      const annotations = copyAnnotations(service);
      if (target === '') annotations[keys.localDiscovery] = service.metadata.name;
      else annotations[keys.remoteDiscovery] = `${service.metadata.name}@${target}`;
      return annotations;
    },
  };
}
