import type { Keys } from '../chart/chart-object.js';
import type { Raw } from '../chart/values.js';
import { goText } from '../helm/go-text.js';
import type { Placing } from '../helm/placing.js';
import type { HelmValue } from '../helm/value.js';
import type { ReleaseFacts } from '../releases/facts.js';
import type { LegacyLinkValues } from './legacy-values.js';

/** What the legacy chart's templates are given. */
export interface LegacyRendering {
  readonly facts: ReleaseFacts;
  readonly values: Raw<LegacyLinkValues>;
  readonly place: Placing;
  readonly namespace: string;
  /** Value of the created-by annotation. */
  readonly createdBy: HelmValue;
}

/** The label that tells mirrors of several targets apart. */
export const CLUSTER_LABEL = 'mirror.linkerd.io/cluster-name';

/** A name that ends in the target cluster's, as text. */
export function named(r: LegacyRendering, prefix: string): HelmValue {
  return r.place.word(`${prefix}${goText(r.values.targetClusterName)}`, 'targetClusterName');
}

/** The name of Deployment, ServiceAccount and budget. */
export function mirrorName(r: LegacyRendering): HelmValue {
  return named(r, 'linkerd-service-mirror-');
}

/** The name of the target cluster, as a label's value. */
export function clusterName(r: LegacyRendering): HelmValue {
  return r.place.raw(r.values.targetClusterName, 'targetClusterName');
}

/** Labels of the mirror's objects. */
export function mirrorLabels(r: LegacyRendering): Keys {
  return {
    'linkerd.io/extension': 'multicluster',
    component: 'service-mirror',
    [CLUSTER_LABEL]: clusterName(r),
    ...r.place.keys(r.values.commonLabels, 'commonLabels'),
  };
}
