import type { RecordedEvent } from './events.js';
import type { Resolver } from './gateway.js';
import type { LinkSpec } from './link-spec.js';
import type { Operation } from './operations.js';
import type { RawObject } from './raw-object.js';
import type { RecordedObject, RecordedStatus } from './recorded-form.js';

/** A Link with its controller's options, in the form of the recordings. */
export interface RecordedLink {
  readonly link: LinkSpec;
  readonly linkName: string;
  readonly options: readonly string[];
}

/** What one cluster holds. */
export interface RecordedCluster {
  readonly objects: readonly RawObject[];
}

/** A situation, in the form of the recordings: Links, clusters, and what happens later. */
export interface SimulationInput {
  readonly batch: RecordedLink & {
    readonly order?: 'objects-first' | 'controller-first';
    readonly others?: readonly (RecordedLink & { readonly cluster: string })[];
    readonly local?: readonly string[];
    readonly start?: readonly string[];
    readonly gateway?: readonly boolean[];
    readonly whileDown?: boolean;
    /** No other Service of the Link has a status, so that the last entry of a list stays. */
    readonly alone?: boolean;
  };
  readonly target: RecordedCluster;
  readonly target2?: RecordedCluster;
  readonly source: RecordedCluster;
  readonly step?: { readonly ops: readonly Operation[] } | null;
  /** Addresses of host names; by default those that the recordings' DNS knew. */
  readonly resolve?: Resolver;
}

/** What the controllers make of a situation; the parts after the step are `null` without one. */
export interface SimulationOutcome {
  readonly mirrors: readonly RecordedObject[];
  readonly afterStep: readonly RecordedObject[] | null;
  readonly linkStatus: RecordedStatus;
  readonly linkStatusAfterStep: RecordedStatus | null;
  readonly events: readonly RecordedEvent[];
  readonly eventsAfterStep: readonly RecordedEvent[] | null;
}
