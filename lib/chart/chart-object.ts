import type { HelmValue } from '../helm/value.js';

/** Keys and values of labels or annotations, typed as they come out. */
export type Keys = Readonly<Record<string, HelmValue>>;

/** An object of the chart, as Helm's output reads: with odd values even a name may be null or a number. */
export interface ChartObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: HelmValue;
    readonly namespace?: HelmValue;
    readonly labels?: Keys;
    readonly annotations?: Keys | null;
  };
  readonly [field: string]: unknown;
}

/** An object and where it comes from. */
export interface ChartPart {
  /** The upstream template that renders it, below `templates/`: `gateway.yaml`, `controller/rbac.yaml`. */
  readonly template: string;
  /** Name of the Link whose controller it belongs to, as it stands in `controllers`. */
  readonly controller?: HelmValue;
  readonly object: ChartObject;
}
