import type { ChartValues } from '../chart/values.js';
import type { ClusterConfig } from './cluster-config.js';
import type { FleetConfig } from './fleet-config.js';
import type { LinkOptions } from './topology-config.js';

/** A fleet as code; the keys of `Clusters` are its clusters' names, found by themselves. */
export type FleetDefinition<Clusters> = Omit<FleetConfig, 'clusters' | 'topology' | 'wrapper'> & {
  /** Chart values of all clusters, as in `values.yaml`. */
  readonly values?: ChartValues;
  /** The clusters by name, each with chart values of its own if need be. */
  readonly clusters: { readonly [Name in keyof Clusters]: ClusterDefinition | null };
  /** Who mirrors from whom; only declared clusters can be named. */
  readonly topology?: readonly ShapeDefinition<Extract<keyof Clusters, string>>[];
};

/** A cluster as code: its facts, and its chart values as in `<argocdName>-values.yaml`. */
export type ClusterDefinition = ClusterConfig & { readonly values?: ChartValues };

/** The shapes over the clusters `Name`, by the key that tells them apart. */
export interface ShapeDefinitions<Name extends string> {
  readonly hubAndSpoke: HubAndSpokeDefinition<Name>;
  readonly mesh: LinkOptions & { readonly clusters?: readonly Name[] };
  readonly pair: PairDefinition<Name>;
  readonly link: LinkDefinition<Name>;
}

/** One entry of a topology: exactly one shape. */
export type ShapeDefinition<Name extends string> = {
  readonly [Tag in keyof ShapeDefinitions<Name>]: Pick<ShapeDefinitions<Name>, Tag> &
    Partial<Record<Exclude<keyof ShapeDefinitions<Name>, Tag>, never>>;
}[keyof ShapeDefinitions<Name>];

/** A name other than `Name`; when names are not known while compiling, any name. */
type Other<All extends string, Name extends All> = string extends All ? string : Exclude<All, Name>;

/** A hub and spokes that are other clusters. */
export type HubAndSpokeDefinition<Name extends string> = {
  readonly [Hub in Name]: LinkOptions & { readonly hub: Hub; readonly spokes?: readonly Other<Name, Hub>[] };
}[Name];

/** Two different clusters. */
export type PairDefinition<Name extends string> = {
  readonly [One in Name]: LinkOptions & { readonly clusters: readonly [One, Other<Name, One>] };
}[Name];

/** A Link between two different clusters. */
export type LinkDefinition<Name extends string> = {
  readonly [Source in Name]: LinkOptions & { readonly source: Source; readonly target: Other<Name, Source> };
}[Name];
