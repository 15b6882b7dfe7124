import type { ApiServer, ClusterConfig } from '../config/cluster-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { accessDiagnostics } from './access-accounts.js';
import { controllersOf } from './controllers.js';
import type { ApiServerFacts, Cluster, Gateway, Link } from './fleet.js';
import { withGatewayFacts } from './gateway.js';
import { meshIdentityOf } from './mesh-identity.js';
import { fillTemplate } from './template.js';
import type { ValueLayers } from './value-layers.js';

interface ClusterInput {
  readonly name: string;
  readonly entry: ClusterConfig;
  readonly config: LoadedConfig;
  readonly layers: ValueLayers;
  readonly argocdName: string;
  readonly outgoing: readonly Link[];
  readonly incoming: readonly Link[];
  readonly gatewayOf: (cluster: string) => Gateway | undefined;
}

/**
 * One cluster with everything derived, chart values included.
 *
 * Gateway, controllers and access accounts follow from the Links; what the values files say otherwise is
 * reported, see `controllersOf` and `accessDiagnostics`.
 */
export function deriveCluster(input: ClusterInput): { cluster: Cluster; diagnostics: Diagnostic[] } {
  const { name, entry, config, layers, argocdName } = input;
  const { linkerd, monitoring } = config.fleet;
  const merged = layers.merged();
  const accounts = input.incoming.map((link) => link.accessAccount).sort(byCodeUnits);
  const { controllers, diagnostics } = controllersOf(config, name, input.outgoing, input.gatewayOf, layers);
  const gateway = input.gatewayOf(name);
  const identity = meshIdentityOf(config, name, layers);
  const cluster: Cluster = {
    name,
    argocdName,
    ...identity,
    clusterDomain: entry.clusterDomain ?? linkerd.clusterDomain ?? 'cluster.local',
    ...(gateway !== undefined && { gateway }),
    ...(entry.apiServer !== undefined && { apiServer: apiServerOf(entry.apiServer) }),
    enableServiceMonitor: entry.enableServiceMonitor ?? false,
    scrapers: (monitoring?.scrapers ?? []).map((scraper) => ({
      namespace: scraper.namespace,
      serviceAccount: fillTemplate(scraper.serviceAccount, { cluster: name, argocdName }),
    })),
    values: {
      ...merged,
      gateway: { ...withGatewayFacts(merged.gateway, entry.gateway), enabled: gateway !== undefined },
      controllers,
      remoteMirrorServiceAccount: accounts.length > 0,
      remoteMirrorServiceAccountName: accounts,
      identityTrustDomain: identity.trustDomain,
      linkerdNamespace: identity.linkerdNamespace,
    },
  };
  return { cluster, diagnostics: [...diagnostics, ...accessDiagnostics(config, name, layers, accounts)] };
}

function apiServerOf(config: ApiServer): ApiServerFacts {
  return typeof config === 'string'
    ? { url: config, ca: 'fromToken' }
    : { url: config.url, ca: config.ca ?? 'fromToken' };
}
