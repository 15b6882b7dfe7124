/** Linkspan as a library: everything the command does, with types. */
export type { Diagnostic, ObjectReference, Place, Related, Severity } from './diagnostics/diagnostic.js';
export type { Manifest } from './manifests/manifest.js';
export { chartObjects, type ChartObjects, type ChartProps, type Hooks } from './chart/chart.js';
export type { ChartValues } from './chart/values.js';
export { LinkCredentials, type LinkCredentialsProps } from './constructs/link-credentials.js';
export { LinkCrd } from './constructs/link-crd.js';
export { LinkerdGateway } from './constructs/gateway.js';
export { LocalServiceMirror } from './constructs/local-service-mirror.js';
export { MetricsPolicy } from './constructs/metrics-policy.js';
export { Monitors, type MonitorsProps } from './constructs/monitors.js';
export {
  MulticlusterNamespace,
  type MulticlusterNamespaceProps,
} from './constructs/multicluster-namespace.js';
export { RemoteAccess } from './constructs/remote-access.js';
export { ScraperPolicy, type ScraperPolicyProps } from './constructs/scraper-policy.js';
export { ServiceMirror } from './constructs/service-mirror.js';
export type {
  ChartPartsProps,
  ChartProps as ChartConstructProps,
  ChartValuesProps,
} from './constructs/chart-part.js';
export { synthFleet, type SynthOptions, type SynthResult } from './pipeline/synth-fleet.js';
export type { Fleet } from './topology/fleet.js';
