import type { BindingSymbol, RoleSymbol } from './kinds/access.js';
import type { ApplicationSymbol, ArgocdClusterSymbol, ProjectSymbol } from './kinds/argocd.js';
import type { SettingsSymbol } from './kinds/argocd-settings.js';
import type { ConfigSymbol } from './kinds/config-map.js';
import type { ControlPlaneSymbol, TrustRootsSymbol } from './kinds/control-plane.js';
import type { CrdSymbol } from './kinds/crd.js';
import type { PushSecretSymbol } from './kinds/push-secret.js';
import type { SecretSymbol } from './kinds/secret.js';
import type { SecretStoreSymbol } from './kinds/secret-store.js';
import type { EndpointsSymbol } from './kinds/endpoints.js';
import type { IssuerSymbol } from './kinds/issuer.js';
import type { LinkSymbol } from './kinds/link.js';
import type {
  AuthorizationPolicySymbol,
  MeshAuthenticationSymbol,
  NetworkAuthenticationSymbol,
  ServerSymbol,
} from './kinds/policy.js';
import type { RouteSymbol } from './kinds/route.js';
import type { ServiceSymbol } from './kinds/service.js';
import type { WorkloadSymbol } from './kinds/workload.js';
import type { ObjectSymbol } from './object.js';

/** A suppression written beside an object: as an annotation `linkspan.io/suppress` or a comment `# linkspan: suppress`. */
export interface Directive {
  readonly text: string;
  readonly object: ObjectSymbol;
  readonly line: number;
}

/**
 * What one cluster's manifests define and refer to: all that rules see of it.
 *
 * Lists are in the order of the manifests. Objects of kinds that no rule asks about are only counted.
 */
export interface ClusterSymbols {
  /** Name of the cluster as it was given: a folder's name, or the fleet's key. */
  readonly name: string;
  /** How many objects its manifests hold. */
  readonly objectCount: number;
  readonly links: readonly LinkSymbol[];
  readonly services: readonly ServiceSymbol[];
  readonly endpoints: readonly EndpointsSymbol[];
  readonly workloads: readonly WorkloadSymbol[];
  /** Secrets, and the ExternalSecrets and SealedSecrets that will make some. */
  readonly secrets: readonly SecretSymbol[];
  readonly pushSecrets: readonly PushSecretSymbol[];
  readonly secretStores: readonly SecretStoreSymbol[];
  readonly serviceAccounts: readonly ObjectSymbol[];
  readonly namespaces: readonly ObjectSymbol[];
  readonly roles: readonly RoleSymbol[];
  readonly bindings: readonly BindingSymbol[];
  readonly servers: readonly ServerSymbol[];
  readonly authorizationPolicies: readonly AuthorizationPolicySymbol[];
  readonly networkAuthentications: readonly NetworkAuthenticationSymbol[];
  readonly meshAuthentications: readonly MeshAuthenticationSymbol[];
  readonly crds: readonly CrdSymbol[];
  /** From the ConfigMap `linkerd-config`; undefined when no manifest holds it. */
  readonly controlPlane?: ControlPlaneSymbol;
  /** From the ConfigMap `linkerd-identity-trust-roots`; undefined when no manifest holds it. */
  readonly trustRoots?: TrustRootsSymbol;
  /** ConfigMaps that call Services by name or scrape proxies. */
  readonly configs: readonly ConfigSymbol[];
  readonly routes: readonly RouteSymbol[];
  readonly applications: readonly ApplicationSymbol[];
  readonly projects: readonly ProjectSymbol[];
  /** Clusters that Argo CD knows. */
  readonly argocdClusters: readonly ArgocdClusterSymbol[];
  readonly argocdSettings: readonly SettingsSymbol[];
  /** What issues identities in this cluster. */
  readonly issuers: readonly IssuerSymbol[];
  /** Kinds that no list above holds all of, as `group/Kind namespace`; only those with a namespace. */
  readonly otherKinds: Set<string>;
  /** How many characters its texts have; 0 for what we built. */
  readonly characters: number;
  /** Documents near the size that a client-side apply can carry. */
  readonly large: readonly { readonly object: ObjectSymbol; readonly characters: number }[];
  /** Objects with a field that the API server refuses, of whatever kind. */
  readonly mistyped: readonly ObjectSymbol[];
  /** Second definitions of an object: the one that came later, and where the first stands. */
  readonly duplicates: readonly { readonly first: ObjectSymbol; readonly second: ObjectSymbol }[];
  /** Objects with an annotation of Argo CD's or Helm's own: waves, hooks, options. Few have any. */
  readonly steered: readonly ObjectSymbol[];
  /** Those of them that are hooks. */
  readonly hooks: readonly ObjectSymbol[];
  /** Objects that Argo CD drops by default: Endpoints, EndpointSlices, Leases. */
  readonly excludedByArgo: readonly ObjectSymbol[];
  readonly directives: readonly Directive[];
}

/** Symbols while they are collected. */
export type OpenSymbols = {
  -readonly [K in keyof ClusterSymbols]: ClusterSymbols[K] extends readonly (infer T)[]
    ? T[]
    : ClusterSymbols[K];
};

/** Symbols of a cluster without manifests. */
export function emptySymbols(name: string): OpenSymbols {
  return {
    name,
    objectCount: 0,
    links: [],
    services: [],
    endpoints: [],
    workloads: [],
    secrets: [],
    pushSecrets: [],
    secretStores: [],
    serviceAccounts: [],
    namespaces: [],
    roles: [],
    bindings: [],
    servers: [],
    authorizationPolicies: [],
    networkAuthentications: [],
    meshAuthentications: [],
    crds: [],
    configs: [],
    routes: [],
    applications: [],
    projects: [],
    argocdClusters: [],
    argocdSettings: [],
    issuers: [],
    otherKinds: new Set(),
    characters: 0,
    large: [],
    mistyped: [],
    duplicates: [],
    steered: [],
    hooks: [],
    excludedByArgo: [],
    directives: [],
  };
}
