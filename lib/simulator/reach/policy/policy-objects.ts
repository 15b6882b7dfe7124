import type { GivenManifest } from '../../prediction/given.js';
import type { PredictionInput } from '../../prediction/predict.js';
import { asList, asRecord, asStringMap, asText } from '../../raw-object.js';
import { compileSelector, type Matcher } from '../../../symbols/label-selector.js';
import { readSelector } from '../../prediction/read-link-spec.js';
import type { StringMap } from '../../objects.js';

type Raw = Readonly<Record<string, unknown>>;

/** An object of `policy.linkerd.io`, or a route, of one cluster. */
export interface PolicyObject {
  readonly given: GivenManifest;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: StringMap;
  readonly spec: Raw;
  /** `v1beta3`. */
  readonly version: string;
}

/** A reference of a policy to an object, of the policy's own Namespace unless it names another. */
export interface PolicyReference {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

const kinds = new Set([
  'Server',
  'AuthorizationPolicy',
  'ServerAuthorization',
  'MeshTLSAuthentication',
  'NetworkAuthentication',
  'HTTPRoute',
  'GRPCRoute',
]);

/** Policies and routes of one cluster's manifests. */
export function policyObjects({ clusters }: PredictionInput, cluster: string): readonly PolicyObject[] {
  const manifests = clusters.find(({ name }) => name === cluster)?.manifests ?? [];
  return manifests.flatMap((given): PolicyObject[] => {
    const { kind, metadata, spec, apiVersion } = given.object;
    const [group, version = ''] = (asText(apiVersion) ?? '').split('/');
    if (typeof kind !== 'string' || !kinds.has(kind)) return [];
    if (group !== 'policy.linkerd.io' && group !== 'gateway.networking.k8s.io') return [];
    const { name, namespace, labels } = asRecord(metadata);
    return [
      {
        given,
        kind,
        version,
        name: asText(name) ?? '',
        namespace: asText(namespace) ?? 'default',
        labels: asStringMap(labels),
        spec: asRecord(spec),
      },
    ];
  });
}

/** A reference as a policy holds it. */
export function referenceIn(value: unknown, { namespace }: PolicyObject): PolicyReference {
  const raw = asRecord(value);
  return {
    kind: asText(raw.kind) ?? '',
    name: asText(raw.name) ?? '',
    namespace: asText(raw.namespace) ?? namespace,
  };
}

/** The entries of a list of texts. */
export function textsIn(value: unknown): readonly string[] {
  return asList(value).filter((entry) => typeof entry === 'string');
}

/** A selector of pods or Servers: an empty one picks all of its Namespace, an absent one none. */
export function selectorIn(value: unknown): Matcher {
  if (value === undefined || value === null) return () => false;
  const selector = readSelector(value);
  const isEmpty =
    Object.keys(selector?.matchLabels ?? {}).length === 0 && (selector?.matchExpressions ?? []).length === 0;
  return isEmpty ? () => true : compileSelector(selector);
}
