import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ClusterView } from './cluster-view.js';
import type { Edge } from './fleet.js';
import { serviceNamed } from './named.js';

/** A Link with what its source holds for it, whatever it points to. */
export class OwnEnd implements Omit<Edge, 'target' | 'gateway'> {
  readonly targetName: string;
  readonly controllers: readonly WorkloadSymbol[];
  readonly probeService: ServiceSymbol | undefined;
  readonly hasGateway: boolean;
  readonly isDirect: boolean;
  private named: string | undefined;

  constructor(
    readonly source: ClusterView,
    readonly link: LinkSymbol,
  ) {
    const namespace = link.namespace ?? '';
    this.targetName = targetNameOf(link);
    this.controllers = source.controllers.get(link.name) ?? [];
    this.probeService =
      serviceNamed(source, namespace, `probe-${link.name}`) ??
      serviceNamed(source, namespace, `probe-gateway-${link.name}`);
    this.hasGateway = (link.gatewayAddress?.value ?? '') !== '';
    this.isDirect =
      (link.remoteDiscoverySelector?.value ?? 0) > 0 || (link.federatedServiceSelector?.value ?? 0) > 0;
  }

  get label(): string {
    return (this.named ??= `${this.source.name} → ${this.targetName}`);
  }
}

/** What a Link calls its target: by its own name where it does not say. */
export function targetNameOf({ targetClusterName, name }: LinkSymbol): string {
  const named = targetClusterName?.value ?? '';
  return named === '' ? name : named;
}
