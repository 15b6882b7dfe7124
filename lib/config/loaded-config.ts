import type { Place } from '../diagnostics/diagnostic.js';
import type { FleetConfig } from './fleet-config.js';

/** Path of a field in a document: keys and list indices from the root. */
export type FieldPath = readonly (string | number)[];

/**
 * Tells where a field stands: its key or its value, or by default the value where one is written and the key
 * above a mapping or list. Places are found at the first question: ask for one only to report something.
 */
export type PlaceOf = (path: FieldPath, part?: 'key' | 'value') => Place;

/** Chart values of one file, unwrapped, with the place of each field. */
export interface ValuesLayer {
  readonly file: string;
  /** The chart's values as Helm reads them; nothing merged, no default applied. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Place of a field of `values`; of the nearest field above it when the path itself is not there. */
  readonly placeOf: PlaceOf;
  /** Drops what was read, once its cluster is rendered; whoever asks again has the file read again. */
  readonly forget?: () => void;
}

/** The input as read and validated: types hold, names resolve, no default applied. */
export interface LoadedConfig {
  /** Name of the fleet file as messages show it; absent for a fleet as code. */
  readonly file?: string;
  readonly fleet: FleetConfig;
  /** Place of a field of the fleet file; of the nearest field above it when the path itself is not there. */
  readonly placeOf: PlaceOf;
  /** `values.yaml`: chart values of all clusters. */
  readonly base?: ValuesLayer;
  /** `<argocdName>-values.yaml` by the cluster's key in the fleet. */
  readonly clusters: ReadonlyMap<string, ValuesLayer>;
  /** Ciphertext of SealedSecrets by path below the configuration folder: `sealed/west/east.linkerd.sealed`. */
  readonly sealed: ReadonlyMap<string, string>;
  /** Files of further objects by the cluster's key in the fleet. */
  readonly extra: ReadonlyMap<string, readonly ExtraFile[]>;
}

/** A file of further objects for a cluster, as read. */
export interface ExtraFile {
  /** Name of the file as messages show it. */
  readonly file: string;
  readonly text: string;
}
