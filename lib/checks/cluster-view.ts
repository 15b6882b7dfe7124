import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { BindingSymbol, RoleSymbol } from '../symbols/kinds/access.js';
import type { SecretSymbol } from '../symbols/kinds/secret.js';
import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ObjectSymbol } from '../symbols/object.js';
import type { DeliveredObjects } from './asked-objects.js';
import type { Credentials } from './credentials.js';
import type { ClusterFacts, FleetFacts } from './facts.js';
import type { ClusterGrants } from './grants.js';

/** One cluster as rules ask about it: symbols, facts and what can be looked up by name. */
export interface ClusterView {
  readonly symbols: ClusterSymbols;
  readonly name: string;
  readonly facts: ClusterFacts;
  /** Facts of the whole fleet, one and the same object for all views of a run. */
  readonly fleetFacts: FleetFacts;
  /** Point of the multicluster release that runs; undefined when nothing tells. */
  readonly release?: number;
  /** The release in upstream's words, `edge-26.8.2`. */
  readonly releaseName?: string;
  /** `svc.<this>` is what the cluster's gateway and DNS serve. */
  readonly clusterDomain?: string;
  readonly trustDomain?: string;
  /** Services by `namespace/name`. */
  readonly services: ReadonlyMap<string, ServiceSymbol>;
  /** Secrets that exist or will, by `namespace/name` of the Secret. */
  readonly secrets: ReadonlyMap<string, SecretSymbol>;
  /** Secrets that exist or will, by the cluster that label `multicluster.linkerd.io/cluster-name` names. */
  readonly secretsByTarget: ReadonlyMap<string, readonly SecretSymbol[]>;
  /** Secrets that exist or will, by name alone. */
  readonly secretsByName: ReadonlyMap<string, readonly SecretSymbol[]>;
  /** Bindings by the name of an account they bind. */
  readonly bindingsByAccount: ReadonlyMap<string, readonly BindingSymbol[]>;
  /** Roles by `Role/namespace/name`, ClusterRoles by `ClusterRole//name`. */
  readonly roles: ReadonlyMap<string, RoleSymbol>;
  /** Names of ServiceAccounts as `namespace/name`. */
  readonly accounts: ReadonlyMap<string, ObjectSymbol>;
  readonly namespaces: ReadonlySet<string>;
  /** Gateway Services: those the chart marks, with a port `mc-gateway`. */
  readonly gateways: readonly ServiceSymbol[];
  /** Mirror controllers by the Link they serve, chart-made and legacy ones. */
  readonly controllers: ReadonlyMap<string, readonly WorkloadSymbol[]>;
  /** Local mirrors, which put local Services into federated ones. */
  readonly localMirrors: readonly WorkloadSymbol[];
  /** Namespaces that the extension is installed into: those of its Links, gateways and controllers. */
  readonly extensionNamespaces: ReadonlySet<string>;
  /** Accounts for other clusters' controllers, by name. */
  readonly remoteAccess: ReadonlyMap<string, ObjectSymbol>;
  /** True when the manifests hold an install of the extension, not only some objects of it. */
  readonly hasExtension: boolean;
  /** What an Application of the extension delivers, by its namespace: those of its Links and gateways. */
  readonly delivered: ReadonlyMap<string, DeliveredObjects>;
  /** The object of the last of its Application's waves for each namespace; empty where all are in one wave. */
  readonly lastInWaves: ReadonlyMap<string, ObjectSymbol>;
  /** The Secrets of its Links, as far as somebody looked for them. */
  readonly credentials: Map<LinkSymbol, Credentials>;
  /** What its accounts may do. */
  readonly grants: ClusterGrants;
  /** A workload of the extension, the first one, whose labels say so. */
  readonly extensionSample?: WorkloadSymbol;
}
