import type { VerdictCase } from './case.js';
import { applicationSet, deployment, externalSecret, httpRoute, link, service } from './objects.js';

/** Refused: no check of ours has to find these again. */
export const refused: readonly VerdictCase[] = [
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
