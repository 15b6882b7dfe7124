import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { accessDiagnostics } from './access-accounts.js';
import { controllerDiagnostics } from './controller-diagnostics.js';
import { DerivedCluster, type ClusterInput } from './derived-cluster.js';
import type { Cluster } from './fleet.js';

/**
 * One cluster with everything derived, chart values included.
 *
 * Gateway, controllers and access accounts follow from the Links; what the values files say otherwise is
 * reported, see `controllerDiagnostics` and `accessDiagnostics`.
 */
export function deriveCluster(input: ClusterInput): {
  cluster: Cluster;
  diagnostics: readonly Diagnostic[];
} {
  const { name, config, layers, incoming, outgoing, gatewayOf } = input;
  return {
    cluster: new DerivedCluster(input),
    diagnostics: [
      ...controllerDiagnostics(config, name, outgoing, gatewayOf, layers),
      ...accessDiagnostics(config, name, layers, incoming),
    ],
  };
}
