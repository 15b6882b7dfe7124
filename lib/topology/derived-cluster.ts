import type { ApiServer, ClusterConfig } from '../config/cluster-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { copyOfMap } from '../manifests/copy-map.js';
import { accountsOf } from './access-accounts.js';
import { controllersOf } from './controllers.js';
import type { ApiServerFacts, Cluster, Gateway, Link, Scraper } from './fleet.js';
import { withGatewayFacts } from './gateway.js';
import { meshIdentityOf } from './mesh-identity.js';
import { fillTemplate } from './template.js';
import type { ValueLayers } from './value-layers.js';

/** What a cluster is derived from. */
export interface ClusterInput {
  readonly name: string;
  readonly entry: ClusterConfig;
  readonly config: LoadedConfig;
  readonly layers: ValueLayers;
  readonly argocdName: string;
  readonly outgoing: readonly Link[];
  readonly incoming: readonly Link[];
  readonly gatewayOf: (cluster: string) => Gateway | undefined;
}

/** The cluster whose values were asked for last: one is rendered after the other, and values of all are a lot. */
let latest: { readonly cluster: DerivedCluster; readonly values: Cluster['values'] } | undefined;

/** One cluster; its chart values are put together when they are asked for. */
export class DerivedCluster implements Cluster {
  readonly name: string;
  readonly argocdName: string;
  readonly namespace: string;
  readonly linkerdNamespace: string;
  readonly trustDomain: string;
  readonly clusterDomain: string;
  readonly gateway?: Gateway;
  readonly apiServer?: ApiServerFacts;
  readonly enableServiceMonitor: boolean;
  readonly #input: ClusterInput;

  constructor(input: ClusterInput) {
    const { name, entry, config, argocdName } = input;
    const { linkerd } = config.fleet;
    const gateway = input.gatewayOf(name);
    const identity = meshIdentityOf(config, name, input.layers);
    this.#input = input;
    this.name = name;
    this.argocdName = argocdName;
    this.namespace = identity.namespace;
    this.linkerdNamespace = identity.linkerdNamespace;
    this.trustDomain = identity.trustDomain;
    this.clusterDomain = entry.clusterDomain ?? linkerd.clusterDomain ?? 'cluster.local';
    if (gateway !== undefined) this.gateway = gateway;
    if (entry.apiServer !== undefined) this.apiServer = apiServerOf(entry.apiServer);
    this.enableServiceMonitor = entry.enableServiceMonitor ?? false;
  }

  get scrapers(): readonly Scraper[] {
    const { name, argocdName } = this;
    const { monitoring } = this.#input.config.fleet;
    return (monitoring?.scrapers ?? []).map(({ namespace, serviceAccount }) => ({
      namespace,
      serviceAccount: fillTemplate(serviceAccount, { cluster: name, argocdName }),
    }));
  }

  get values(): Cluster['values'] {
    if (latest?.cluster !== this) latest = { cluster: this, values: this.#derivedValues() };
    return latest.values;
  }

  #derivedValues(): Cluster['values'] {
    const { entry, layers, incoming, outgoing, gatewayOf } = this.#input;
    const merged = layers.merged();
    const accounts = accountsOf(incoming);
    const gateway = withGatewayFacts(merged.gateway, entry.gateway);
    gateway.enabled = this.gateway !== undefined;
    const values = copyOfMap(merged);
    values.gateway = gateway;
    values.controllers = controllersOf(outgoing, gatewayOf, layers);
    values.remoteMirrorServiceAccount = accounts.length > 0;
    values.remoteMirrorServiceAccountName = accounts;
    values.identityTrustDomain = this.trustDomain;
    values.linkerdNamespace = this.linkerdNamespace;
    return values;
  }
}

function apiServerOf(config: ApiServer): ApiServerFacts {
  return typeof config === 'string'
    ? { url: config, ca: 'fromToken' }
    : { url: config.url, ca: config.ca ?? 'fromToken' };
}
