import { isTrue } from '../helm/truth.js';
import type { HelmValue } from '../helm/value.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import type { ChartObject } from './chart-object.js';
import { digTable, ownBelow, type ControllerEntry } from './controller-entry.js';
import { fields, labels, type Rendering } from './rendering.js';
import type { ControllerGatewayValues } from './controller-values.js';

/**
 * The Service by which a controller probes the target's gateway; it selects nothing, the controller writes its endpoints.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/probe-svc.yaml
 */
export function controllerProbe(r: Rendering, controller: ControllerEntry): ChartObject[] {
  const { place, linkName, linkText } = controller;
  const gateway = fields<ControllerGatewayValues>(
    r,
    controller.defaults.gateway,
    'controllerDefaults.gateway',
  );
  if (!isTrue(ownBelow(controller, 'gateway', 'enabled', gateway.enabled))) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        annotations: r.facts.probeServiceCreatedBy ? r.createdByAlone : place.nothing(),
        labels: labels(
          {
            'linkerd.io/extension': 'multicluster',
            'mirror.linkerd.io/cluster-name': linkName,
            'mirror.linkerd.io/mirrored-gateway': 'true',
          },
          r.commonLabels,
        ),
        name: place.word(`probe-${linkText}`, 'link.ref.name'),
        namespace: r.namespace,
      },
      spec: specOf(place.raw(probePort(r, controller, gateway.probe), 'gateway.probe.port')),
    },
  ];
}

function specOf(port: HelmValue): object {
  const make = () => ({ spec: { ports: [{ name: 'mc-probe', port, protocol: 'TCP' }] } });
  return typeof port === 'number' ? specs.of(String(port), make).spec : make().spec;
}

/** All that link to a target probe one port. */
const specs = new RememberedParts<{ readonly spec: object }>();

function probePort(
  r: Rendering,
  { entry, place }: ControllerEntry,
  defaults: HelmValue | undefined,
): HelmValue | undefined {
  const standard = r.place.table(defaults, 'controllerDefaults.gateway.probe').port;
  const { gateway } = entry;
  if (gateway === undefined) return standard;
  const { probe } = digTable(gateway, 'gateway', place);
  if (probe === undefined) return standard;
  const { port } = digTable(probe, 'gateway.probe', place);
  return port === undefined ? standard : port;
}
