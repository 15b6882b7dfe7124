import type { Construct } from 'constructs';
import type { Manifest, Metadata } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import { ObjectsConstruct } from './objects-construct.js';

/** What is scraped and how the Prometheus operator finds the monitors. */
export interface MonitorsProps {
  /** Namespace of the multicluster extension. */
  readonly namespace: string;
  /** Labels that the Prometheus operator selects monitors by. */
  readonly labels: Readonly<Record<string, string>>;
  /** A Prometheus duration. */
  readonly interval: string;
  /** The cluster's own objects: gateway Service, controllers, service mirrors of older releases, local service mirror. */
  readonly objects: readonly Manifest[];
}

/**
 * A ServiceMonitor on the gateway's probe port and PodMonitors for controllers, or the service mirrors of releases before
 * 2.18, and for the local service mirror.
 *
 * Only what the cluster has is monitored; ports are the ones its pods declare. No Service stands before the
 * metrics of a service mirror, so those need PodMonitors.
 */
export class Monitors extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: MonitorsProps) {
    super(scope, id, monitorManifests(props));
  }
}

/** The monitors as plain data. */
function monitorManifests(props: MonitorsProps): Manifest[] {
  const found: Manifest[] = [];
  const gateway = props.objects.find(isGatewayService);
  if (gateway !== undefined) found.push(remembered(props, 'gateway', () => gatewayMonitor(props)));
  for (const component of ['controller', 'linkerd-service-mirror', 'local-service-mirror']) {
    const port = metricsPort(props.objects, component);
    if (port !== undefined)
      found.push(remembered(props, `${component} ${port}`, () => podMonitor(props, component, port)));
  }
  return found;
}

function isGatewayService(object: Manifest): boolean {
  return (
    object.kind === 'Service' &&
    object.metadata.annotations?.['mirror.linkerd.io/multicluster-gateway'] === 'true'
  );
}

/** Name of the port at which the pods of a component serve metrics; undefined without such a Deployment. */
function metricsPort(objects: readonly Manifest[], component: string): string | undefined {
  for (const object of objects) {
    if (object.kind !== 'Deployment') continue;
    const { template } = object.spec as {
      readonly template: {
        readonly metadata: { readonly labels: Readonly<Record<string, string>> };
        readonly spec: {
          readonly containers: readonly { readonly ports?: readonly { readonly name: string }[] }[];
        };
      };
    };
    if (template.metadata.labels.component !== component) continue;
    return template.spec.containers[0]?.ports?.[0]?.name;
  }
  return undefined;
}

/** Labels as metadata; an empty map says nothing, and stock cdk8s leaves it out. */
function labelled(labels: MonitorsProps['labels']): Pick<Metadata, 'labels'> {
  return Object.keys(labels).length === 0 ? {} : { labels };
}

function gatewayMonitor({ namespace, labels, interval }: MonitorsProps): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { ...labelled(labels), name: 'linkerd-multicluster-gateway', namespace },
    spec: {
      endpoints: [{ interval, path: '/metrics', port: 'mc-probe' }],
      namespaceSelector: { matchNames: [namespace] },
      // probe Services of other Links carry the extension's label too
      selector: {
        matchExpressions: [{ key: 'mirror.linkerd.io/mirrored-gateway', operator: 'DoesNotExist' }],
        matchLabels: { 'linkerd.io/extension': 'multicluster' },
      },
    },
  };
}

/** A fleet's clusters differ in little of what their monitors are made of. */
const monitors = new RememberedParts<{ readonly manifest: Manifest }>();

function remembered(
  { namespace, labels, interval }: MonitorsProps,
  of: string,
  make: () => Manifest,
): Manifest {
  const made = make();
  const manifest = plainManifest(made);
  // a Lazy of cdk8s is not known until it is rendered
  if (manifest === undefined) return made;
  return monitors.of(JSON.stringify([of, namespace, interval, labels]), () => ({ manifest })).manifest;
}

function podMonitor(
  { namespace, labels, interval }: MonitorsProps,
  component: string,
  port: string,
): Manifest {
  const clusterName = {
    action: 'replace',
    sourceLabels: ['__meta_kubernetes_pod_label_mirror_linkerd_io_cluster_name'],
    targetLabel: 'link',
  };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: {
      ...labelled(labels),
      name: `linkerd-multicluster-${component.replace(/^linkerd-/, '')}`,
      namespace,
    },
    spec: {
      namespaceSelector: { matchNames: [namespace] },
      podMetricsEndpoints: [
        {
          interval,
          path: '/metrics',
          port,
          ...(component !== 'local-service-mirror' && { relabelings: [clusterName] }),
        },
      ],
      selector: { matchLabels: { component, 'linkerd.io/extension': 'multicluster' } },
    },
  };
}
