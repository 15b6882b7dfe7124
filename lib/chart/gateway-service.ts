import { goText } from '../helm/go-text.js';
import { rangeItems } from '../helm/range.js';
import { isTrue } from '../helm/truth.js';
import type { HelmMap, HelmValue } from '../helm/value.js';
import type { ChartObject, Keys } from './chart-object.js';
import type { GatewayProbeValues } from './gateway-values.js';
import { extensionLabels, fields, labels, type Rendering } from './rendering.js';

/** The gateway's Service: where source clusters send traffic and probes. */
export function gatewayService(r: Rendering, name: HelmValue): ChartObject {
  const probe = fields<GatewayProbeValues>(r, r.gateway.probe, 'gateway.probe');
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      annotations: labels(
        serviceAnnotations(r, probe),
        r.place.keys(r.gateway.serviceAnnotations, 'gateway.serviceAnnotations'),
      ),
      labels: extensionLabels(r),
      name,
      namespace: r.namespace,
    },
    spec: serviceSpec(r, name, probe),
  };
}

/** What `linkerd multicluster link-gen` reads of a gateway. */
function serviceAnnotations(r: Rendering, probe: Rendering['gateway'] | HelmMap): Keys {
  const { gateway, place, values } = r;
  const identity = [
    goText(gateway.name),
    r.namespaceText,
    'serviceaccount',
    'identity',
    goText(values.linkerdNamespace),
    goText(values.identityTrustDomain),
  ];
  const { path, seconds } = probe as HelmMap;
  return {
    component: 'gateway',
    'linkerd.io/created-by': r.createdBy,
    'mirror.linkerd.io/gateway-identity': place.word(identity.join('.'), 'gateway.name'),
    'mirror.linkerd.io/multicluster-gateway': 'true',
    'mirror.linkerd.io/probe-path': place.raw(path, 'gateway.probe.path'),
    'mirror.linkerd.io/probe-period': place.quoted(goText(seconds), 'gateway.probe.seconds'),
  };
}

function serviceSpec({ facts, gateway, place }: Rendering, name: HelmValue, probe: HelmMap): HelmMap {
  const type = gateway.serviceType;
  if (type !== undefined && type !== null && typeof type !== 'string') {
    place.fail(
      'gateway.serviceType',
      'Helm fails: "incompatible types for comparison", as the chart compares it with text',
    );
  }
  const opensNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  const nodePort = (value: HelmValue | undefined, path: string) =>
    opensNodePorts && isTrue(value) ? { nodePort: place.raw(value, path) } : undefined;
  const optional = (field: string, value: HelmValue | undefined, path: string) =>
    isTrue(value) ? { [field]: place.raw(value, path) } : undefined;
  return {
    ports: [
      {
        name: 'mc-gateway',
        ...nodePort(gateway.nodePort, 'gateway.nodePort'),
        port: place.raw(gateway.port, 'gateway.port'),
        protocol: 'TCP',
      },
      {
        name: 'mc-probe',
        ...nodePort(probe.nodePort, 'gateway.probe.nodePort'),
        port: place.raw(probe.port, 'gateway.probe.port'),
        protocol: 'TCP',
      },
    ],
    selector: { app: name },
    type: place.raw(type, 'gateway.serviceType'),
    ...(facts.externalTrafficPolicy &&
      optional(
        'externalTrafficPolicy',
        gateway.serviceExternalTrafficPolicy,
        'gateway.serviceExternalTrafficPolicy',
      )),
    ...(facts.healthCheckNodePort &&
      opensNodePorts &&
      optional('healthCheckNodePort', gateway.healthCheckNodePort, 'gateway.healthCheckNodePort')),
    ...(facts.loadBalancerClass &&
      optional('loadBalancerClass', gateway.loadBalancerClass, 'gateway.loadBalancerClass')),
    ...optional('loadBalancerIP', gateway.loadBalancerIP, 'gateway.loadBalancerIP'),
    ...sourceRanges(gateway.loadBalancerSourceRanges, place),
  };
}

/** Source ranges as a field of the Service, as a template goes through them. */
function sourceRanges(value: HelmValue | undefined, place: Rendering['place']): HelmMap | undefined {
  if (value === undefined || !isTrue(value)) return undefined;
  const items = rangeItems(value);
  if (items === undefined) {
    place.fail('gateway.loadBalancerSourceRanges', 'Helm fails: "range can\'t iterate over" it');
    return undefined;
  }
  const placed = items.map((item, i) => place.rawItem(item, `gateway.loadBalancerSourceRanges[${i}]`));
  return { loadBalancerSourceRanges: placed.length === 0 ? place.nothing() : placed };
}
