/** Linkspan as a library: everything the command does, with types. */
export type { Diagnostic, ObjectReference, Place, Related, Severity } from './diagnostics/diagnostic.js';
export type { Manifest } from './manifests/manifest.js';
export { defineFleet } from './config/define-fleet.js';
export type { ClusterDefinition, FleetDefinition, ShapeDefinition } from './config/fleet-definition.js';
export type { FleetConfig } from './config/fleet-config.js';
export { loadConfig, type ConfigResult } from './config/load-config.js';
export type { FieldPath, LoadedConfig, PlaceOf, ValuesLayer } from './config/loaded-config.js';
export { parseFleet, type ParsedFleet } from './config/parse-fleet.js';
export {
  chartObjects,
  renderChart,
  type ChartObjects,
  type ChartProps,
  type Hooks,
  type RenderedChart,
} from './chart/chart.js';
export type { ChartObject, ChartPart } from './chart/chart-object.js';
export { readValues, type ReadValues } from './helm/read-values.js';
export type { Release } from './releases/release.js';
export { resolveRelease, type ResolvedRelease } from './releases/resolve-release.js';
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
export { verifyCredentials, type Verified } from './credentials/verify.js';
export type { Expectation, Finding } from './credentials/verdict.js';
export { openFleet, type OpenedFleet } from './pipeline/open-fleet.js';
export type { Region } from './topology/regions.js';
export { planLink, type PlanKind } from './plan/plan-link.js';
export type { Plan, Step } from './plan/step.js';
export { synthFleet, type SynthOptions, type SynthResult } from './pipeline/synth-fleet.js';
export { linkObjects, type LinkResult } from './link/link-objects.js';
export type { IngressAddress, LinkRequest } from './link/link-request.js';
export type { GatewayService, GatewayServicePort } from './link/gateway-facts.js';
export {
  legacyLinkObjects,
  type LegacyLinkRequest,
  type LegacyLinkResult,
} from './link/legacy-link-objects.js';
export type { LegacyLinkValues } from './link/legacy-values.js';
export type { Fleet } from './topology/fleet.js';
export { compare } from './simulator/prediction/compare.js';
export type { Comparison, MirrorChange, StaleMirror } from './simulator/prediction/comparison.js';
export type { GivenCluster, GivenManifest } from './simulator/prediction/given.js';
export { predict, type PredictionInput } from './simulator/prediction/predict.js';
export type {
  MissingMirror,
  MissingReason,
  PendingChange,
  PredictedMirror,
  PredictedMode,
  Prediction,
  SourcePrediction,
} from './simulator/prediction/prediction.js';
export { renderComparison } from './simulator/prediction/render-comparison.js';
export { renderPrediction, type PredictionFormat } from './simulator/prediction/render-prediction.js';
export type { ServiceQuery } from './simulator/reach/find-service.js';
export { reach, type Caller, type ReachAnswer, type ReachStep } from './simulator/reach/reach.js';
export { renderReach } from './simulator/reach/render-reach.js';
export { simulate } from './simulator/simulate.js';
export type {
  RecordedCluster,
  RecordedLink,
  SimulationInput,
  SimulationOutcome,
} from './simulator/simulation.js';
export { check, type CheckOptions, type FleetSymbols } from './checks/check.js';
export type { Rule } from './checks/rule.js';
export type { FleetFacts } from './checks/facts.js';
export { symbolsOf, symbolsOfTexts } from './symbols/symbols-of.js';
export type { ClusterSymbols } from './symbols/cluster-symbols.js';
export { toYaml, toYamlDocuments, type FieldOrder } from './manifests/serialize.js';
export { hasSchema, loadSchemas, type ObjectType } from './schemas/load.js';
export type { SchemaProblem, SchemaProblemKind } from './schemas/problem.js';
export { validateManifest } from './schemas/validate.js';
