import type { VerdictCase } from './case.js';
import { applicationSet, deployment, externalSecret, link, service } from './objects.js';

/** Accepted in silence: the linker's work. */
export const accepted: readonly VerdictCase[] = [
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
