import type { ChartValues } from '../chart/values.js';
import type { HelmMap } from '../helm/value.js';
import type { GatewayService } from './gateway-facts.js';
import type { WrittenFlags } from './link-flags.js';

/** An address in the status of a LoadBalancer Service. */
export interface IngressAddress {
  readonly ip?: string;
  readonly hostname?: string;
}

/** What a link command looks up in a live target cluster, from files instead. */
export interface LinkRequest {
  /** Release of the command, which is that of the source cluster's controllers. */
  readonly release: string;
  readonly controlPlane: {
    /** Namespace of the target's control plane, and by custom of the source's. */
    readonly namespace: string;
    readonly identityTrustDomain: string;
    readonly clusterDomain: string;
  };
  /** Namespace of the target's gateway. */
  readonly gatewayNamespace: string;
  /** Values of the target's chart, an object or the text of a file: what its gateway Service is derived from. */
  readonly chart?: ChartValues | HelmMap | string;
  /** The target's gateway Service as its API server has it; null where there is none, derived from `chart` when absent. */
  readonly gatewayService?: GatewayService | null;
  /** `status.loadBalancer.ingress` of the gateway Service, if it has any. */
  readonly ingress?: readonly IngressAddress[] | null;
  readonly flags: WrittenFlags;
  /** ServiceAccounts that exist in the target for this use; any name is believed where absent. */
  readonly accounts?: readonly string[];
}
