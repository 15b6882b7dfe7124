import type { ReleaseFacts } from './facts.js';

/** One change, the release that brought it, and where to read it. */
export interface Change {
  /** The first edge release with it. */
  readonly edge: string;
  /** The first stable release with it; absent while none has it. */
  readonly stable?: string;
  /** What changed, for someone who upgrades. */
  readonly what: string;
  readonly source: string;
  /** Facts that hold from here on. */
  readonly facts?: Partial<ReleaseFacts>;
  /** Values that the chart knows from here on. */
  readonly values?: readonly string[];
  /** Values that it held before, and reads from here on; `controllers[].` stands before a key of each entry. */
  readonly valuesRead?: readonly string[];
  /** Options of a Link in the fleet file that take effect from here on. */
  readonly linkOptions?: readonly string[];
}

const CHART = 'multicluster/charts/linkerd-multicluster';

/** A file of Linkerd at a tag. */
function at(tag: string, path: string): string {
  return `https://github.com/linkerd/linkerd2/blob/${tag}/${path}`;
}

/** A file of the chart at a tag. */
function chart(tag: string, path: string): string {
  return at(tag, `${CHART}/${path}`);
}

/** Linkerd multicluster's history since stable-2.14.0, oldest first. */
export const TIMELINE: readonly Change[] = [
  {
    edge: 'edge-23.10.1',
    stable: '2.14.6',
    what: 'ServiceAccounts carry imagePullSecrets',
    source: chart('stable-2.14.6', 'templates/gateway.yaml'),
    facts: { pullSecrets: true },
    values: ['imagePullSecrets'],
  },
  {
    edge: 'edge-23.11.3',
    stable: '2.15',
    what: '--gateway-addresses wins over the addresses of a LoadBalancer',
    source: at('edge-23.11.3', 'multicluster/cmd/link.go'),
    facts: { linkAddressFlagWins: true },
  },
  {
    edge: 'edge-23.11.4',
    stable: '2.15',
    what: 'Anti-affinity of legacy mirrors takes effect',
    source: at('edge-23.11.4', 'multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml'),
    facts: { legacyMirrorAffinity: true },
  },
  {
    edge: 'edge-23.12.2',
    stable: '2.15',
    what: 'The chart needs Kubernetes 1.22',
    source: chart('edge-23.12.2', 'Chart.yaml'),
    facts: { kubeVersion: '>=1.22.0-0' },
  },
  {
    edge: 'edge-24.1.1',
    stable: '2.15',
    what: 'Legacy mirrors take experimental environment variables',
    source: at('edge-24.1.1', 'multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml'),
    facts: { legacyMirrorEnvValues: ['serviceMirrorExperimentalEnv'] },
  },
  {
    edge: 'edge-24.1.2',
    stable: '2.15',
    what: 'Servers are policy.linkerd.io/v1beta2',
    source: chart('edge-24.1.2', 'templates/gateway-policy.yaml'),
    facts: { serverApiVersion: 'policy.linkerd.io/v1beta2' },
  },
  {
    edge: 'edge-24.1.3',
    stable: '2.15',
    what: 'The metadata Job can be switched off',
    source: chart('edge-24.1.3', 'templates/namespace-metadata.yaml'),
    facts: { metadataJobIsOptional: true },
    values: ['createNamespaceMetadataJob'],
  },
  {
    edge: 'edge-24.2.3',
    stable: '2.15',
    what: 'Legacy mirrors take additional environment variables',
    source: at('edge-24.2.3', 'multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml'),
    facts: { legacyMirrorEnvValues: ['serviceMirrorAdditionalEnv', 'serviceMirrorExperimentalEnv'] },
  },
  {
    edge: 'edge-24.3.1',
    stable: '2.16',
    what: 'The gateway Service has a load balancer class',
    source: chart('edge-24.3.1', 'templates/gateway.yaml'),
    facts: { loadBalancerClass: true },
    values: ['gateway.loadBalancerClass'],
  },
  {
    edge: 'edge-24.4.5',
    stable: '2.16',
    what: 'Deployments limit their revision history',
    source: chart('edge-24.4.5', 'templates/gateway.yaml'),
    facts: { revisionHistoryLimit: true },
    values: ['revisionHistoryLimit'],
  },
  {
    edge: 'edge-24.5.4',
    stable: '2.16',
    what: 'Containers run as a group of their own',
    source: chart('edge-24.5.4', 'templates/gateway.yaml'),
    facts: { runAsGroup: true },
    values: ['gateway.GID'],
  },
  {
    edge: 'edge-24.6.4',
    stable: '2.16',
    what: 'The metadata Job runs extension-init v0.1.1',
    source: chart('edge-24.6.4', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.1' },
  },
  {
    edge: 'edge-24.7.4',
    stable: '2.16',
    what: 'Servers are policy.linkerd.io/v1beta3',
    source: chart('edge-24.7.4', 'templates/gateway-policy.yaml'),
    facts: { serverApiVersion: 'policy.linkerd.io/v1beta3' },
  },
  {
    edge: 'edge-24.9.1',
    stable: '2.17',
    what: 'The gateway Service has an external traffic policy',
    source: chart('edge-24.9.1', 'templates/gateway.yaml'),
    facts: { externalTrafficPolicy: true },
    values: ['gateway.serviceExternalTrafficPolicy'],
  },
  {
    edge: 'edge-24.9.3',
    stable: '2.17',
    what: 'A Link limits failed probes and their time',
    source: chart('edge-24.9.3', 'templates/link-crd.yaml'),
    facts: { linkProbeLimits: true },
    linkOptions: ['probe.timeout', 'probe.failureThreshold'],
  },
  {
    edge: 'edge-24.10.2',
    stable: '2.17',
    what: 'Mirrors may create namespaces',
    source: at('edge-24.10.2', 'multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml'),
    facts: { namespaceCreation: true },
  },
  {
    edge: 'edge-24.10.4',
    stable: '2.17',
    what: 'Pods mount their token by a projected volume',
    source: chart('edge-24.10.4', 'templates/namespace-metadata.yaml'),
    facts: { projectedToken: true },
  },
  {
    edge: 'edge-24.11.1',
    stable: '2.17',
    what: 'Links are v1alpha2, with a selector of federated services and a status',
    source: chart('edge-24.11.1', 'templates/link-crd.yaml'),
    facts: { linkVersions: ['v1alpha1', 'v1alpha2'], linkCrd: 'v1alpha2' },
  },
  {
    edge: 'edge-24.11.2',
    stable: '2.17',
    what: 'Federated services, and a local service mirror for them',
    source: chart('edge-24.11.2', 'templates/local-service-mirror.yaml'),
    facts: { localServiceMirror: true },
    values: ['localServiceMirror', 'podAnnotations', 'nodeSelector', 'tolerations'],
    linkOptions: ['federatedServiceSelector'],
  },
  {
    edge: 'edge-24.11.2',
    stable: '2.17',
    what: 'Mirrors write the status of their Link',
    source: at('edge-24.11.2', 'multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml'),
    facts: { legacyMirrorStatusVerbs: ['update'] },
  },
  {
    edge: 'edge-24.11.5',
    stable: '2.17',
    what: 'Links say which CLI made them',
    source: at('edge-24.11.5', 'pkg/multicluster/link.go'),
    facts: { linkCreatedBy: true },
  },
  {
    edge: 'edge-25.1.1',
    stable: '2.18',
    what: 'A Link without a gateway leaves out its fields',
    source: at('edge-25.1.1', 'multicluster/cmd/link.go'),
    facts: { linkFieldsMayBeAbsent: true, legacyMirrorStatusVerbs: ['update', 'patch'] },
  },
  {
    edge: 'edge-25.1.1',
    stable: '2.18',
    what: 'Probe periods of Links are bare numbers, for this release only',
    source: at('edge-25.1.1', 'multicluster/service-mirror/probe_worker.go'),
    facts: { linkProbePeriodIsBareNumber: true },
  },
  {
    edge: 'edge-25.1.1',
    stable: '2.18',
    what: 'A controller that loses its lease busy-loops',
    source: at('edge-25.1.1', 'multicluster/cmd/service-mirror/main.go'),
    facts: { leaseLossBusyLoop: true },
  },
  {
    edge: 'edge-25.1.1',
    stable: '2.18',
    what: 'The metadata Job runs extension-init v0.1.2',
    source: chart('edge-25.1.1', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.2' },
  },
  {
    edge: 'edge-25.1.2',
    stable: '2.18',
    what: 'Probe periods are durations again, and the Link CRD says so',
    source: chart('edge-25.1.2', 'templates/link-crd.yaml'),
    facts: {
      linkProbePeriodIsBareNumber: false,
      linkProbePeriodIsDuration: true,
      linkCrd: 'v1alpha2-durations',
    },
  },
  {
    edge: 'edge-25.2.1',
    stable: '2.18',
    what: 'Endpoints of mirrors get the labels of their Service',
    source: at('edge-25.2.1', 'multicluster/service-mirror/cluster_watcher.go'),
    facts: { endpointsGetLabels: true },
  },
  {
    edge: 'edge-25.2.3',
    stable: '2.18',
    what: 'The chart needs Kubernetes 1.23',
    source: chart('edge-25.2.3', 'Chart.yaml'),
    facts: { kubeVersion: '>=1.23.0-0' },
  },
  {
    edge: 'edge-25.3.3',
    stable: '2.18',
    what: 'Mirror controllers come from the chart, one for each entry of controllers',
    source: chart('edge-25.3.3', 'templates/controller/deployment.yaml'),
    facts: { controllers: true },
    values: [
      'controllers',
      'controllerDefaults',
      'enableNamespaceCreation',
      'serviceMirrorAdditionalEnv',
      'serviceMirrorExperimentalEnv',
    ],
  },
  {
    edge: 'edge-25.3.3',
    stable: '2.18',
    what: 'Links are v1alpha3',
    source: chart('edge-25.3.3', 'templates/link-crd.yaml'),
    facts: { linkVersions: ['v1alpha1', 'v1alpha2', 'v1alpha3'], linkCrd: 'v1alpha3' },
  },
  {
    edge: 'edge-25.3.3',
    stable: '2.18',
    what: 'The member with the oldest Link rules a federated Service',
    source: at('edge-25.3.3', 'multicluster/service-mirror/cluster_watcher.go'),
    facts: { oldestLinkRulesFederation: true },
  },
  {
    edge: 'edge-25.3.3',
    stable: '2.18',
    what: 'Legacy mirrors are told the name of their probe Service',
    source: at('edge-25.3.3', 'multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml'),
    facts: { legacyMirrorProbeArgument: true },
  },
  {
    edge: 'edge-25.3.4',
    stable: '2.18',
    what: 'Controllers read Links by their own Role',
    source: chart('edge-25.3.4', 'templates/controller/rbac.yaml'),
    facts: { controllersReadLinksIn: 'Role' },
  },
  {
    edge: 'edge-25.3.4',
    stable: '2.18',
    what: 'Mirrors leave out labels and annotations; link-gen prints Links that say which',
    source: chart('edge-25.3.4', 'templates/local-service-mirror.yaml'),
    facts: { localMirrorExclusions: true, linkGen: true },
    values: ['localServiceMirror.excludedLabels', 'localServiceMirror.excludedAnnotations'],
    linkOptions: ['excludedLabels', 'excludedAnnotations'],
  },
  {
    edge: 'edge-25.3.4',
    stable: '2.18',
    what: 'The metadata Job runs extension-init v0.1.3',
    source: chart('edge-25.3.4', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.3' },
  },
  {
    edge: 'edge-25.4.1',
    stable: '2.18',
    what: 'The policy of legacy service mirrors covers controllers',
    source: chart('edge-25.4.1', 'templates/service-mirror-policy.yaml'),
    facts: { serviceMirrorPods: 'legacy and controllers' },
  },
  {
    edge: 'edge-25.4.3',
    stable: '2.18',
    what: 'The metadata Job runs extension-init v0.1.4',
    source: chart('edge-25.4.3', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.4' },
  },
  {
    edge: 'edge-25.5.4',
    stable: '2.19',
    what: 'Controllers render with affinity and disruption budgets',
    source: chart('edge-25.5.4', 'templates/controller/deployment.yaml'),
    facts: { controllerAffinity: true, probeServiceCreatedBy: true },
    valuesRead: ['controllers[].nodeAffinity', 'controllerDefaults.nodeAffinity'],
  },
  {
    edge: 'edge-25.6.3',
    stable: '2.19',
    what: 'Admin ports have names of their own; no Server covers those of controllers any more',
    source: chart('edge-25.6.3', 'templates/service-mirror-policy.yaml'),
    facts: {
      adminPorts: {
        serviceMirror: 'svcmi-admin',
        controller: 'ctrl-admin',
        localServiceMirror: 'locsm-admin',
      },
    },
  },
  {
    edge: 'edge-25.7.1',
    stable: '2.19',
    what: 'Traffic to a port that a Service does not declare is refused, probes included',
    source: 'https://github.com/linkerd/linkerd2/pull/14149',
    facts: { undeclaredPortsRefused: true },
  },
  {
    edge: 'edge-25.8.1',
    stable: '2.19',
    what: "The metadata Job's version labels no longer show cliVersion",
    source: chart('edge-25.8.1', 'templates/namespace-metadata.yaml'),
    facts: { metadataJobShowsCliVersion: false },
  },
  {
    edge: 'edge-25.8.2',
    stable: '2.19',
    what: 'The metadata Job runs extension-init v0.1.6',
    source: chart('edge-25.8.2', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.6' },
  },
  {
    edge: 'edge-25.8.4',
    stable: '2.19',
    what: 'The metadata Job runs extension-init v0.1.7',
    source: chart('edge-25.8.4', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.7' },
  },
  {
    edge: 'edge-26.2.1',
    stable: '2.20',
    what: 'The pause image comes from registry.k8s.io; extension-init v0.1.8',
    source: chart('edge-26.2.1', 'values.yaml'),
    facts: { pauseImage: 'registry.k8s.io/pause:3.2', extensionInitTag: 'v0.1.8' },
  },
  {
    edge: 'edge-26.3.3',
    stable: '2.20',
    what: 'The metadata Job runs extension-init v0.1.9',
    source: chart('edge-26.3.3', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.9' },
  },
  {
    edge: 'edge-26.4.1',
    stable: '2.20',
    what: 'Policies close every admin port to all but the viz extension',
    source: chart('edge-26.4.1', 'templates/service-mirror-policy.yaml'),
    facts: { adminPolicies: true, serviceMirrorPods: 'legacy of the extension' },
  },
  {
    edge: 'edge-26.4.1',
    stable: '2.20',
    what: 'The metadata Job runs extension-init v0.1.10',
    source: chart('edge-26.4.1', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.10' },
  },
  {
    edge: 'edge-26.5.1',
    stable: '2.20',
    what: 'The chart needs Kubernetes 1.31',
    source: chart('edge-26.5.1', 'Chart.yaml'),
    facts: { kubeVersion: '>=1.31.0-0' },
  },
  {
    edge: 'edge-26.5.1',
    stable: '2.20',
    what: 'The gateway Service has a health check node port',
    source: chart('edge-26.5.1', 'templates/gateway.yaml'),
    facts: { healthCheckNodePort: true },
    values: ['gateway.healthCheckNodePort'],
  },
  {
    edge: 'edge-26.5.1',
    stable: '2.20',
    what: 'The metadata Job runs extension-init v0.1.11',
    source: chart('edge-26.5.1', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.11' },
  },
  {
    edge: 'edge-26.5.1',
    stable: '2.20',
    what: 'Clean-up of headless mirrors stays in its namespace',
    source: 'https://github.com/linkerd/linkerd2/pull/15200',
    facts: { headlessCleanupCrossesNamespaces: false },
  },
  {
    edge: 'edge-26.7.2',
    what: 'The metadata Job runs extension-init v0.1.12',
    source: chart('edge-26.7.2', 'values.yaml'),
    facts: { extensionInitTag: 'v0.1.12' },
  },
];
