import type { Place } from '../../diagnostics/diagnostic.js';

/** How a mirror Service works: `host` stands for one pod of a headless mirror. */
export type PredictedMode = 'gateway' | 'flat' | 'federated' | 'headless' | 'host';

/** A mirror Service that the controllers will make in a source cluster. */
export interface PredictedMirror {
  readonly namespace: string;
  readonly name: string;
  /** `web-east.shop.svc.cluster.local`; without its end where the cluster domain is not known. */
  readonly dnsName: string;
  readonly mode: PredictedMode;
  /** What it mirrors: `east/shop/web`; several for a federated Service. */
  readonly exports: readonly string[];
  /** `80/TCP`, `http 80/TCP`. */
  readonly ports: readonly string[];
  /** Addresses traffic goes to; `pods of east` where the proxies ask the target. Empty: nothing answers. */
  readonly endpoints: readonly string[];
  /** What is assumed, and what will surprise. */
  readonly notes: readonly string[];
}

/** Why a Service that wants to be mirrored is not. */
export type MissingReason =
  | 'not-selected'
  | 'label-not-text'
  | 'selector-invalid'
  | 'annotation-not-label'
  | 'namespace-missing'
  | 'name-too-long'
  | 'name-invalid'
  | 'target-name'
  | 'name-taken'
  | 'no-ports'
  | 'gateway-address'
  | 'gateway-port'
  | 'headless-flat'
  | 'headless-endpoints'
  | 'headless-federated'
  | 'waits-for-mirror'
  | 'refused';

/** An exported Service that has no mirror, or one without endpoints. */
export interface MissingMirror {
  readonly link: string;
  /** `east/shop/web`. */
  readonly exported: string;
  /** The Service that is missing, or has no endpoints: `web-east`, `web-federated`. */
  readonly mirror: string;
  /** True where the mirror Service stands, and only its endpoints are missing. */
  readonly isMade: boolean;
  readonly reason: MissingReason;
  readonly message: string;
  readonly fix: string;
  /** The line to change, or the nearest one known. */
  readonly place?: Place;
  /** False where a manifest that was not given could make it work. */
  readonly isCertain: boolean;
}

/** What stays as it is until a Service is touched, or a controller restarts. */
export interface PendingChange {
  readonly link: string;
  readonly exported: string;
  readonly message: string;
  readonly place?: Place;
}

/** What one source cluster will hold. */
export interface SourcePrediction {
  /** What the fleet calls it, where its manifests are given under another name. */
  readonly source: string;
  readonly mirrors: readonly PredictedMirror[];
  readonly missing: readonly MissingMirror[];
  readonly pending: readonly PendingChange[];
  /** What the controllers do to others, or to themselves. */
  readonly warnings: readonly string[];
  /** What could not be told, for want of a manifest. */
  readonly unknown: readonly string[];
}

/** What all controllers of the given clusters will make. */
export interface Prediction {
  readonly sources: readonly SourcePrediction[];
  /** What is known to differ in the release in question, and what nobody verified there. */
  readonly release: readonly string[];
}
