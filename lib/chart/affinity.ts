import type { Placing } from '../helm/placing.js';
import { isTrue } from '../helm/truth.js';
import type { HelmMap, HelmValue } from '../helm/value.js';

/** Pods that share a label should not share a host, and rather not a zone. */
export interface AffinityProps {
  readonly label: string;
  /** The label's value, placed as an item of a list. */
  readonly component: HelmValue;
  readonly antiAffinity: HelmValue | undefined;
  readonly nodeAffinity: HelmValue | undefined;
  readonly nodeAffinityPath: string;
}

/**
 * `affinity` as a field of a pod spec, where there is any.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/charts/partials/templates/_affinity.tpl
 */
export function affinity(props: AffinityProps, place: Placing): HelmMap | undefined {
  const apart = isTrue(props.antiAffinity);
  const near = isTrue(props.nodeAffinity);
  if (!apart && !near) return undefined;
  const nodeAffinity = near ? place.yaml(props.nodeAffinity ?? null, props.nodeAffinityPath, true) : null;
  return {
    affinity: {
      ...(near ? { nodeAffinity } : undefined),
      ...(apart ? { podAntiAffinity: podAntiAffinity(props) } : undefined),
    },
  };
}

function podAntiAffinity({ label, component }: AffinityProps): HelmMap {
  const labelSelector = { matchExpressions: [{ key: label, operator: 'In', values: [component] }] };
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      { podAffinityTerm: { labelSelector, topologyKey: 'topology.kubernetes.io/zone' }, weight: 100 },
    ],
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector, topologyKey: 'kubernetes.io/hostname' },
    ],
  };
}
