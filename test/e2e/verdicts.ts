import type { LinkerCode } from '../../lib/diagnostics/codes/linker/index.js';

/** A manifest that is wrong, and what a real API server says to it. */
export interface VerdictCase {
  /** The linker's code for it, where a cluster with this manifest alone shows it. */
  readonly code?: LinkerCode;
  /** What is wrong, as a sentence that goes on after "refuses" or "accepts". */
  readonly what: string;
  readonly yaml: string;
  /** Applied for good beforehand, by the administrator. */
  readonly given?: string;
  /** Part of the server's words where it refuses; absent where it accepts in silence, which makes it the linker's work. */
  readonly refusal?: RegExp;
}

/** Fields of a Link that is right; a case changes what it is about. */
function link(
  changes: { readonly name?: string; readonly spec?: string; readonly probe?: string } = {},
): string {
  return `
apiVersion: multicluster.linkerd.io/v1alpha3
kind: Link
metadata: {name: ${changes.name ?? 'east'}, namespace: linkerd-multicluster}
spec:
  targetClusterName: east
  targetClusterDomain: cluster.local
  targetClusterLinkerdNamespace: linkerd
  clusterCredentialsSecret: cluster-credentials-east
  selector: {matchLabels: {mirror.linkerd.io/exported: "true"}}
  ${changes.probe ?? 'probeSpec: {path: /ready, port: "4191", period: 3s}'}
  ${changes.spec ?? 'gatewayAddress: gateway.east.example'}
`;
}

function service(spec: string, name = 'web'): string {
  return `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: linkerd-multicluster}
spec: {selector: {app: web}, ${spec}}
`;
}

function deployment({
  image = 'ghcr.io/linkerd/controller:edge-26.8.3',
  labels = 'app: web',
  resources = '{}',
  account = 'web',
} = {}): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: linkerd-multicluster}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {${labels}}}
    spec:
      serviceAccountName: ${account}
      containers: [{name: web, image: "${image}", resources: ${resources}}]
`;
}

function externalSecret(spec: string, version = 'v1'): string {
  return `
apiVersion: external-secrets.io/${version}
kind: ExternalSecret
metadata: {name: cluster-credentials-east, namespace: linkerd-multicluster}
spec:
  secretStoreRef: {name: vault, kind: ClusterSecretStore}
  target: {name: cluster-credentials-east}
  data: [{secretKey: kubeconfig, remoteRef: {key: east}}]
  ${spec}
`;
}

/** Refused: no check of ours has to find these again. */
const refused: readonly VerdictCase[] = [
  {
    code: 'LINK_FIELD_UNKNOWN',
    what: 'an unknown field of a Link',
    yaml: link({ spec: 'excludeLabels: [a]' }),
    refusal: /\.spec\.excludeLabels: field not declared in schema/,
  },
  {
    code: 'LINK_FIELD_UNKNOWN',
    what: 'an unknown field of a Link at any depth',
    yaml: link({ probe: 'probeSpec: {path: /ready, port: "4191", periods: 3s}' }),
    refusal: /\.spec\.probeSpec\.periods: field not declared in schema/,
  },
  {
    what: 'an unknown field of a built-in kind',
    yaml: deployment({ resources: '{cpu: 10m}' }),
    refusal: /resources\.cpu: field not declared in schema/,
  },
  {
    what: 'an unknown field of an ExternalSecret',
    yaml: externalSecret('refreshIntervall: 1h'),
    refusal: /\.spec\.refreshIntervall: field not declared in schema/,
  },
  {
    code: 'MANIFEST_FIELD_TYPE',
    what: 'a gatewayPort that is a number',
    yaml: link({ spec: 'gatewayPort: 30143' }),
    refusal: /\.spec\.gatewayPort: expected string/,
  },
  {
    code: 'LINK_DURATION',
    what: 'a probe period without a unit',
    yaml: link({ probe: 'probeSpec: {path: /ready, port: "4191", period: "3"}' }),
    refusal: /spec\.probeSpec\.period/,
  },
  {
    code: 'MANIFEST_FIELD_TYPE',
    what: 'an annotation that is a boolean',
    yaml: link().replace(
      'namespace: linkerd-multicluster}',
      'namespace: linkerd-multicluster, annotations: {a: true}}',
    ),
    refusal: /annotations/,
  },
  {
    what: 'a node port that another Service has',
    given: service('type: NodePort, ports: [{port: 80, nodePort: 30143}]', 'first'),
    yaml: service('type: NodePort, ports: [{port: 80, nodePort: 30143}]', 'second'),
    refusal: /provided port is already allocated/,
  },
  {
    what: 'a node port outside the range',
    yaml: service('type: NodePort, ports: [{port: 80, nodePort: 4143}]'),
    refusal: /not in the valid range/,
  },
  {
    what: 'an externalTrafficPolicy on a ClusterIP Service',
    yaml: service('externalTrafficPolicy: Local, ports: [{port: 80}]'),
    refusal: /externalTrafficPolicy/,
  },
  {
    what: 'a healthCheckNodePort without its conditions',
    yaml: service('type: NodePort, healthCheckNodePort: 30199, ports: [{port: 80}]'),
    refusal: /healthCheckNodePort/,
  },
  {
    what: 'a Service name with a dot',
    yaml: service('ports: [{port: 80}]', 'probe-a.b'),
    refusal: /must not contain dots/,
  },
  {
    what: 'a Service name of 64 characters',
    yaml: service('ports: [{port: 80}]', 'a'.repeat(64)),
    refusal: /no more than 63/,
  },
  {
    what: 'a selector unlike the labels of its pods',
    yaml: deployment({ labels: 'app: other' }),
    refusal: /`selector` does not match template `labels`/,
  },
  {
    what: 'a label value of 64 characters',
    yaml: deployment({ labels: `app: web, component: ${'a'.repeat(64)}` }),
    refusal: /must be no more than 63/,
  },
  {
    what: 'a Namespace that does not exist',
    yaml: service('ports: [{port: 80}]').replace('linkerd-multicluster', 'nowhere'),
    refusal: /namespaces "nowhere" not found/,
  },
  {
    what: 'an API version that is no longer served',
    yaml: externalSecret('refreshInterval: 1h', 'v1beta1'),
    refusal: /no matches for kind "ExternalSecret" in version "external-secrets\.io\/v1beta1"/,
  },
  {
    what: 'a scrape interval with a blank',
    yaml: `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: {name: web, namespace: linkerd-multicluster}
spec: {selector: {}, podMetricsEndpoints: [{port: admin-http, interval: "15 s"}]}
`,
    refusal: /interval/,
  },
  {
    what: 'an HTTPRoute with a weight below zero',
    yaml: httpRoute('rules: [{backendRefs: [{name: web-east, port: 80, weight: -1}]}]'),
    refusal: /weight/,
  },
  {
    what: 'an HTTPRoute that names a parent twice',
    yaml: httpRoute(
      'parentRefs: [{name: web, group: "", kind: Service}, {name: web, group: "", kind: Service}]',
    ),
    refusal: /sectionName|parentRefs/,
  },
  {
    what: 'an ApplicationSet without a project',
    yaml: applicationSet(
      'source: {repoURL: "https://git.example/a.git", path: a}, destination: {server: "https://a.example", namespace: a}',
    ),
    refusal: /project/,
  },
  {
    code: 'OBJECT_EXCLUDED',
    what: 'loopback addresses in Endpoints',
    yaml: `
apiVersion: v1
kind: Endpoints
metadata: {name: web, namespace: linkerd-multicluster}
subsets: [{addresses: [{ip: 127.0.0.1}], ports: [{port: 80}]}]
`,
    refusal: /may not be in the loopback range/,
  },
];

/** Accepted in silence: the linker's work. */
const accepted: readonly VerdictCase[] = [
  {
    what: 'a key written twice',
    yaml: link().replace('targetClusterName: east', 'targetClusterName: east\n  targetClusterName: west'),
  },
  {
    code: 'GATEWAY_ADDRESS_FORM',
    what: 'a port inside gatewayAddress',
    yaml: link({ spec: 'gatewayAddress: "gateway.east.example:4143"' }),
  },
  {
    code: 'GATEWAY_ADDRESS_FORM',
    what: 'blanks in a list of gateway addresses',
    yaml: link({ spec: 'gatewayAddress: "a.example, b.example"' }),
  },
  {
    code: 'LINK_TARGET_MISSING',
    what: 'a Link without any field',
    yaml: link().replace(/spec:[^]*/, 'spec: {}\n'),
  },
  {
    code: 'LINK_PORT_FORM',
    what: 'a gatewayPort that is no number',
    yaml: link({ spec: 'gatewayPort: mc-gateway' }),
  },
  {
    code: 'LINK_PORT_FORM',
    what: 'a gatewayPort beyond all ports',
    yaml: link({ spec: 'gatewayPort: "70000"' }),
  },
  {
    code: 'LINK_DURATION',
    what: 'a probe period of a day',
    yaml: link({ probe: 'probeSpec: {path: /ready, port: "4191", period: 1d}' }),
  },
  {
    code: 'LINK_DURATION',
    what: 'a probe period of nothing, which ends the controller',
    yaml: link({ probe: 'probeSpec: {path: /ready, port: "4191", period: 0s}' }),
  },
  {
    code: 'PROBE_PATH',
    what: 'a probe path without its slash',
    yaml: link({ probe: 'probeSpec: {path: ready, port: "4191", period: 3s}' }),
  },
  {
    code: 'PROBE_THRESHOLD',
    what: 'a failureThreshold that is no number',
    yaml: link({ probe: 'probeSpec: {path: /ready, port: "4191", period: 3s, failureThreshold: some}' }),
  },
  { code: 'LINK_NAME_FORM', what: 'a Link whose name has a dot', yaml: link({ name: 'east.example' }) },
  { code: 'LINK_NAME_TARGET', what: 'a Link whose name is not its target', yaml: link({ name: 'west' }) },
  {
    code: 'SELECTOR_ECHO',
    what: 'a selector on labels that mirrors have too',
    yaml: link().replace('mirror.linkerd.io/exported: "true"', 'app: web'),
  },
  {
    what: 'credentials that no Role lets the controller read',
    yaml: link().replace('cluster-credentials-east', 'somewhere-else'),
  },
  {
    code: 'ACCESS_BINDING_DANGLING',
    what: 'a RoleBinding to a Role that does not exist',
    yaml: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web, namespace: linkerd-multicluster}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: nobody}
subjects: [{kind: ServiceAccount, name: nobody, namespace: linkerd-multicluster}]
`,
  },
  { what: 'a Deployment with an account that does not exist', yaml: deployment({ account: 'nobody' }) },
  {
    what: 'an image reference that no runtime can parse',
    yaml: deployment({ image: 'ghcr.io/Linkerd/Controller::latest' }),
  },
  {
    code: 'ACCESS_TOKEN_ACCOUNT',
    what: 'a token Secret of an account that does not exist',
    yaml: `
apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata: {name: nobody-token, namespace: linkerd-multicluster, annotations: {kubernetes.io/service-account.name: nobody}}
`,
  },
  {
    what: 'an AuthorizationPolicy for a Server that does not exist',
    yaml: `
apiVersion: policy.linkerd.io/v1alpha1
kind: AuthorizationPolicy
metadata: {name: web, namespace: linkerd-multicluster}
spec:
  targetRef: {group: policy.linkerd.io, kind: Server, name: nobody}
  requiredAuthenticationRefs: [{group: policy.linkerd.io, kind: NetworkAuthentication, name: nobody}]
`,
  },
  {
    what: 'a Server with a proxyProtocol that no proxy knows',
    yaml: `
apiVersion: policy.linkerd.io/v1beta3
kind: Server
metadata: {name: web, namespace: linkerd-multicluster}
spec: {podSelector: {}, port: 80, proxyProtocol: HTTP/3}
`,
  },
  { what: 'an ExternalSecret of a store that does not exist', yaml: externalSecret('refreshInterval: 1h') },
  {
    what: 'an ApplicationSet whose template names an unknown parameter',
    yaml: applicationSet(
      'project: nobody, source: {repoURL: "https://git.example/a.git", path: "{{ .nonesuch }}"}, destination: {server: "https://a.example", namespace: a}',
    ),
  },
  {
    code: 'OBJECT_TWICE',
    what: 'the same object in two files',
    yaml: `${link()}---${link({ spec: 'gatewayAddress: other.example' })}`,
  },
  {
    code: 'SELECTOR_INVALID',
    what: 'a selector term with In and no values',
    yaml: link({ spec: 'federatedServiceSelector: {matchExpressions: [{key: tier, operator: In}]}' }),
  },
  {
    code: 'SELECTOR_OVERLAP',
    what: 'a selector of flat mode that takes every exported Service',
    yaml: link({
      spec: 'gatewayAddress: gateway.east.example\n  remoteDiscoverySelector: {matchExpressions: [{key: mirror.linkerd.io/exported, operator: Exists}]}',
    }),
  },
  {
    code: 'SELECTOR_NONE',
    what: 'a Link that selects nothing',
    yaml: link().replace('{matchLabels: {mirror.linkerd.io/exported: "true"}}', '{}'),
  },
  {
    code: 'EXPORT_ANNOTATION',
    what: 'an export written as an annotation',
    yaml: service('ports: [{port: 80}]').replace(
      'namespace: linkerd-multicluster}',
      'namespace: linkerd-multicluster, annotations: {mirror.linkerd.io/exported: "true"}}',
    ),
  },
  {
    code: 'EXPORT_VALUE',
    what: 'an export label that says yes',
    yaml: service('ports: [{port: 80}]').replace(
      'namespace: linkerd-multicluster}',
      'namespace: linkerd-multicluster, labels: {mirror.linkerd.io/exported: "yes"}}',
    ),
  },
  {
    code: 'PROBE_ABSENT',
    what: 'a gateway that nobody probes',
    yaml: link({ probe: '' }),
  },
];

function httpRoute(spec: string): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: linkerd-multicluster}
spec: {${spec}}
`;
}

function applicationSet(spec: string): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: web, namespace: linkerd-multicluster}
spec:
  goTemplate: true
  goTemplateOptions: ["missingkey=error"]
  generators: [{clusters: {}}]
  template: {metadata: {name: "{{ .name }}"}, spec: {${spec}}}
`;
}

/** Every case; add yours to the half that a real API server puts it in. */
export const verdictCases: readonly VerdictCase[] = [...refused, ...accepted];
