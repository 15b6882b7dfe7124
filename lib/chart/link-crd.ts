import { plainData } from '../manifests/plain-json.js';
import { sharedPart } from '../manifests/shared-part.js';
import type { OpenApi } from './link-crd-schema.js';
import { linkSpecSchema, type LinkSpecGeneration } from './link-crd-spec.js';
import { linkStatusSchema } from './link-crd-status.js';

/**
 * The structures that the Link CRD has had, each named for its storage version.
 *
 * - `v1alpha1`: 2.14 to 2.16.
 * - `v1alpha2`: 2.17 and edge-25.1.1; adds federated services, probe threshold and timeout, status.
 * - `v1alpha2-durations`: edge-25.1.2 to edge-25.3.2; the API server checks that `period` is a duration.
 * - `v1alpha3`: edge-25.3.3 (2.18) and later; adds excluded labels and annotations.
 *
 * @see https://github.com/linkerd/linkerd2/pull/13586 the period's format
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/link-crd.yaml
 */
export type LinkCrdStructure = 'v1alpha1' | 'v1alpha2' | 'v1alpha2-durations' | 'v1alpha3';

const v1alpha1: LinkSpecGeneration = {
  probeDefaults: false,
  periodFormat: false,
  federated: false,
  exclusions: false,
};
const v1alpha1WithProbeDefaults: LinkSpecGeneration = { ...v1alpha1, probeDefaults: true };
const v1alpha2: LinkSpecGeneration = { ...v1alpha1WithProbeDefaults, federated: true };
const v1alpha2WithDurations: LinkSpecGeneration = { ...v1alpha2, periodFormat: true };
const v1alpha3: LinkSpecGeneration = { ...v1alpha2WithDurations, exclusions: true };

/** The versions that each structure serves, oldest first; the last one is stored. */
const served: Readonly<Record<LinkCrdStructure, readonly (readonly [string, LinkSpecGeneration])[]>> = {
  v1alpha1: [['v1alpha1', v1alpha1]],
  v1alpha2: [
    ['v1alpha1', v1alpha1WithProbeDefaults],
    ['v1alpha2', v1alpha2],
  ],
  'v1alpha2-durations': [
    ['v1alpha1', v1alpha1WithProbeDefaults],
    ['v1alpha2', v1alpha2WithDurations],
  ],
  v1alpha3: [
    ['v1alpha1', v1alpha1WithProbeDefaults],
    ['v1alpha2', v1alpha2WithDurations],
    ['v1alpha3', v1alpha3],
  ],
};

/** One served version; those with federated services have a status as well. */
function version(name: string, generation: LinkSpecGeneration, storage: boolean): OpenApi {
  const spec = linkSpecSchema(generation);
  const properties = generation.federated ? { spec, status: linkStatusSchema } : { spec };
  return {
    name,
    served: true,
    storage,
    schema: { openAPIV3Schema: { type: 'object', properties } },
    ...(generation.federated && { subresources: { status: {} } }),
  };
}

function crdSpec(structure: LinkCrdStructure): OpenApi {
  const versions = served[structure];
  const spec = {
    group: 'multicluster.linkerd.io',
    versions: versions.map(([name, generation], i) => version(name, generation, i === versions.length - 1)),
    scope: 'Namespaced',
    names: { plural: 'links', singular: 'link', kind: 'Link' },
  };
  return sharedPart(plainData(spec));
}

const specs = new Map<LinkCrdStructure, OpenApi>();

/** The one frozen `spec` of a structure, made at its first use. */
function sharedSpec(structure: LinkCrdStructure): OpenApi {
  let spec = specs.get(structure);
  if (spec === undefined) {
    spec = crdSpec(structure);
    specs.set(structure, spec);
  }
  return spec;
}

/** What differs between the Link CRDs of two clusters. */
export interface LinkCrdProps<Labels, Annotations> {
  readonly structure: LinkCrdStructure;
  readonly labels: Labels;
  readonly annotations: Annotations;
}

/** The Link CRD as an object; its `spec` is shared by all clusters of one structure. */
export interface LinkCrd<Labels, Annotations> {
  readonly apiVersion: 'apiextensions.k8s.io/v1';
  readonly kind: 'CustomResourceDefinition';
  readonly metadata: {
    readonly name: 'links.multicluster.linkerd.io';
    readonly labels: Labels;
    readonly annotations: Annotations;
  };
  readonly spec: OpenApi;
}

/**
 * The CustomResourceDefinition of the Link, equal to upstream's but for the words of its descriptions.
 *
 * `spec` is frozen and the same object at each call, as it is rendered once per cluster.
 */
export function linkCrd<Labels, Annotations>(
  props: LinkCrdProps<Labels, Annotations>,
): LinkCrd<Labels, Annotations> {
  const { structure, labels, annotations } = props;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { annotations, labels, name: 'links.multicluster.linkerd.io' },
    spec: sharedSpec(structure),
  };
}
