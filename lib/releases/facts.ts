/** How a Server chooses the pods of service mirrors, and what its port is called. */
export type ServiceMirrorPods = 'legacy' | 'legacy and controllers' | 'legacy of the extension';

/** Names of the admin ports (9999) of the three kinds of service mirrors. */
export interface AdminPorts {
  readonly serviceMirror: string;
  readonly controller: string;
  readonly localServiceMirror: string;
}

/**
 * Everything in which releases differ: what a release does, in the words of what comes out.
 *
 * Nobody asks for a release by number; who needs to know something asks for the fact.
 */
export interface ReleaseFacts {
  /** Range of Kubernetes versions that the chart accepts. */
  readonly kubeVersion: string;
  /** `apiVersion` of every Server. */
  readonly serverApiVersion:
    'policy.linkerd.io/v1beta1' | 'policy.linkerd.io/v1beta2' | 'policy.linkerd.io/v1beta3';
  /** Versions of the Link CRD, all served; the last is stored, and the one that controllers and CLI speak. */
  readonly linkVersions: readonly ('v1alpha1' | 'v1alpha2' | 'v1alpha3')[];
  /** Structure of the Link CRD, named for its stored version. */
  readonly linkCrd: 'v1alpha1' | 'v1alpha2' | 'v1alpha2-durations' | 'v1alpha3';
  /** `probeSpec.failureThreshold` and `probeSpec.timeout` are fields of a Link. */
  readonly linkProbeLimits: boolean;
  /** The Link CRD checks that `probeSpec.period` is a duration, from v1alpha2 on. */
  readonly linkProbePeriodIsDuration: boolean;
  /** `probeSpec.period` is whole seconds without a unit. */
  readonly linkProbePeriodIsBareNumber: boolean;
  /** A Link may leave out its gateway's fields; before, controllers refused a Link that lacks one, so they stood there empty. */
  readonly linkFieldsMayBeAbsent: boolean;
  /** Links carry the created-by annotation of the CLI. */
  readonly linkCreatedBy: boolean;
  /** `--gateway-addresses` wins over the addresses of a LoadBalancer. */
  readonly linkAddressFlagWins: boolean;
  /** Legacy mirrors: pod anti-affinity stands below `affinity`; before, it stood in the pod spec itself, where nothing reads it. */
  readonly legacyMirrorAffinity: boolean;
  /** Legacy mirrors: values with more environment variables for the container. */
  readonly legacyMirrorEnvValues: readonly string[];
  /** Mirrors create namespaces that are missing, where `enableNamespaceCreation` lets them. */
  readonly namespaceCreation: boolean;
  /** Legacy mirrors: verbs on `links/status`. */
  readonly legacyMirrorStatusVerbs: readonly string[];
  /** Legacy mirrors are told the name of their probe Service. */
  readonly legacyMirrorProbeArgument: boolean;
  /** Tag of the image of the metadata Job. */
  readonly extensionInitTag: string;
  /** Image of the gateway's only declared container. */
  readonly pauseImage: string;
  /** ServiceAccounts carry `imagePullSecrets`. */
  readonly pullSecrets: boolean;
  /** `createNamespaceMetadataJob` switches the metadata Job. */
  readonly metadataJobIsOptional: boolean;
  /** The Job's version labels show `cliVersion` where it is set. */
  readonly metadataJobShowsCliVersion: boolean;
  /** `gateway.loadBalancerClass` is read. */
  readonly loadBalancerClass: boolean;
  /** `gateway.serviceExternalTrafficPolicy` is read. */
  readonly externalTrafficPolicy: boolean;
  /** `gateway.healthCheckNodePort` is read. */
  readonly healthCheckNodePort: boolean;
  /** Deployments keep `revisionHistoryLimit` old ReplicaSets. */
  readonly revisionHistoryLimit: boolean;
  /** Containers set `runAsGroup`. */
  readonly runAsGroup: boolean;
  /** Pods mount their token by a projected volume instead of automounting it. */
  readonly projectedToken: boolean;
  /** Federated services, and the local service mirror that serves them. */
  readonly localServiceMirror: boolean;
  /** The local service mirror leaves out labels and annotations. */
  readonly localMirrorExclusions: boolean;
  /** Mirror controllers come from the chart's `controllers`. */
  readonly controllers: boolean;
  /** Where a controller is allowed to read Links: in the ClusterRole of all, or in its own Role. */
  readonly controllersReadLinksIn: 'ClusterRole' | 'Role';
  /** Controllers render with affinity; before, any anti-affinity switch made the chart fail. */
  readonly controllerAffinity: boolean;
  /** `probe-<link>` Services carry the created-by annotation. */
  readonly probeServiceCreatedBy: boolean;
  readonly adminPorts: AdminPorts;
  /** Which pods the Server `service-mirror` selects. */
  readonly serviceMirrorPods: ServiceMirrorPods;
  /** Servers `linkerd-admin`, `controller` and `local-service-mirror` close these ports to all but the viz extension's Prometheus. */
  readonly adminPolicies: boolean;
  /** A mirror controller that loses its lease burns a core while another candidate holds it. */
  readonly leaseLossBusyLoop: boolean;
  /** Endpoints of mirrors get the labels of their Service. */
  readonly endpointsGetLabels: boolean;
  /** Metadata and ports of a federated Service come from the member with the oldest Link. */
  readonly oldestLinkRulesFederation: boolean;
  /** `linkerd multicluster link-gen` exists, and Links have `excludedLabels` and `excludedAnnotations`. */
  readonly linkGen: boolean;
  /** Traffic to a port that a Service does not declare is refused. */
  readonly undeclaredPortsRefused: boolean;
  /** Clean-up of headless mirrors deletes endpoint mirrors of equally named Services in other namespaces. */
  readonly headlessCleanupCrossesNamespaces: boolean;
}
