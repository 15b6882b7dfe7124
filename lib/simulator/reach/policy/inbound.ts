import type { ServicePort } from '../../objects.js';
import { asRecord, asStringMap, asText } from '../../raw-object.js';
import { placeAt, placeOf } from '../../prediction/given.js';
import type { PredictionInput } from '../../prediction/predict.js';
import type { Place } from '../../../diagnostics/diagnostic.js';
import type { ControlPlaneSymbol } from '../../../symbols/kinds/control-plane.js';
import { namespaceManifest, podTemplates, type PodTemplate } from '../pod-template.js';
import type { ReachStep } from '../reach.js';
import { admits, byDefault, type Visitor } from './admission.js';
import { policyObjects, selectorIn, type PolicyObject } from './policy-objects.js';

const defaultKey = 'config.linkerd.io/default-inbound-policy';

/** Pods behind a Service, and who knocks at them. */
export interface Inbound {
  readonly cluster: string;
  readonly namespace: string;
  readonly controlPlane?: ControlPlaneSymbol | undefined;
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly ports: readonly Pick<ServicePort, 'targetPort'>[];
  readonly visitor: Visitor;
  /** The visitor in words. */
  readonly who: string;
  /** `policy`, or `gateway policy`. */
  readonly check: string;
  /** True where the policies of a Server would stand beside it, as a chart renders both. */
  readonly isWhole: boolean;
}

/** Pods that a selector picks. */
export function podsBehind(
  input: PredictionInput,
  { cluster, namespace, selector }: Pick<Inbound, 'cluster' | 'namespace' | 'selector'>,
): readonly PodTemplate[] {
  if (selector === undefined) return [];
  return podTemplates(input, cluster).filter(
    (pod) =>
      pod.namespace === namespace &&
      Object.entries(selector).every(([key, value]) => pod.labels[key] === value),
  );
}

/** The number behind a port's name or number, by the names of a pod's containers. */
function portNumber(port: unknown, pod: PodTemplate): string {
  const text = typeof port === 'number' ? String(port) : (asText(port) ?? '');
  return String(pod.ports.get(text) ?? text);
}

function serversBefore(
  objects: readonly PolicyObject[],
  pods: readonly PodTemplate[],
  { namespace, ports }: Inbound,
): readonly PolicyObject[] {
  return objects.filter((server) => {
    if (server.kind !== 'Server' || server.namespace !== namespace) return false;
    const matches = selectorIn(server.spec.podSelector);
    return pods.some(
      (pod) =>
        matches(pod.labels) &&
        ports.some(({ targetPort }) => portNumber(targetPort, pod) === portNumber(server.spec.port, pod)),
    );
  });
}

/** The default policy that an annotation of the pods or their Namespace, or the control plane, states. */
function statedDefault(
  input: PredictionInput,
  { cluster, controlPlane }: Inbound,
  pod: PodTemplate,
): { readonly policy: string; readonly by: string; readonly place: Place | undefined } | undefined {
  const own = pod.annotations[defaultKey];
  if (own !== undefined)
    return { policy: own, by: `${pod.kind} ${pod.name}`, place: placeOf(pod.given, 'metadata', 'name') };
  const namespace = namespaceManifest(input, cluster, pod.namespace);
  const policy = asStringMap(asRecord(namespace?.object.metadata).annotations)[defaultKey];
  if (namespace !== undefined && policy !== undefined)
    return {
      policy,
      by: `Namespace ${pod.namespace}`,
      place: placeOf(namespace, 'metadata', 'annotations', defaultKey),
    };
  const installed = controlPlane?.defaultInboundPolicy;
  if (installed === undefined) return undefined;
  const place = placeAt(controlPlane?.file, installed);
  return { policy: installed.value, by: 'the control plane', place };
}

function defaultStep(input: PredictionInput, pods: readonly PodTemplate[], inbound: Inbound): ReachStep {
  const { check, visitor, who } = inbound;
  const stated = pods.flatMap((pod) => statedDefault(input, inbound, pod) ?? []);
  const verdicts = stated.map((each) => ({ ...each, verdict: byDefault(each.policy, visitor) }));
  const worst =
    verdicts.find(({ verdict }) => verdict === false) ??
    verdicts.find(({ verdict }) => verdict === undefined) ??
    verdicts[0];
  if (worst === undefined) {
    const message =
      'no Server stands before its pods; the default policy holds, which lets all in unless it was changed';
    return { check, verdict: 'yes', message };
  }
  const { policy, by, place, verdict } = worst;
  const at = place === undefined ? {} : { place };
  const message = `no Server stands before its pods, and the default policy of ${by} is \`${policy}\``;
  if (verdict === true) return { check, verdict: 'yes', message, ...at };
  return {
    check,
    verdict: verdict === false ? 'no' : 'unknown',
    message: verdict === false ? message : `${message}: whether that lets ${who} in is not in the manifests`,
    fix: `add a Server for its port, and an AuthorizationPolicy that lets ${who} in`,
    ...at,
  };
}

/** Servers before the pods of a Service, or the default policy where none stands there. */
export function inboundSteps(input: PredictionInput, inbound: Inbound): readonly ReachStep[] {
  const { check, cluster, visitor, who, isWhole } = inbound;
  const pods = podsBehind(input, inbound);
  const objects = policyObjects(input, cluster);
  const servers = serversBefore(objects, pods, inbound);
  if (servers.length === 0) return [defaultStep(input, pods, inbound)];
  return servers.map((server): ReachStep => {
    const place = placeOf(server.given, 'metadata', 'name');
    const about = { check, ...(place === undefined ? {} : { place }) };
    const verdict = admits(objects, server, visitor, isWhole);
    if (verdict === true)
      return { ...about, verdict: 'yes', message: `Server ${server.name} lets ${who} in` };
    if (verdict === false) {
      return {
        ...about,
        verdict: 'no',
        message: `Server ${server.name} lets ${who} not in, and that is whom its pods see`,
        fix: `add ${who} to an AuthorizationPolicy of Server ${server.name}`,
      };
    }
    return {
      ...about,
      verdict: 'unknown',
      message: `the manifests do not settle whether Server ${server.name} lets ${who} in`,
    };
  });
}
