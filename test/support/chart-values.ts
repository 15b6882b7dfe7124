import fc from 'fast-check';
import type { HelmMap, HelmValue } from '../../lib/helm/value.js';

/** Any keys of the table, each or none. */
function some(keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<HelmMap> {
  return fc.record(keys, { requiredKeys: [] }) as fc.Arbitrary<HelmMap>;
}

const label = fc.stringMatching(/^[a-z]([a-z-]{0,6}[a-z])?$/);
const clusterName = fc.constantFrom('east', 'eu-west-1', 'b2');
const word = fc.constantFrom('a', 'true', 'x y', '8080', 'mesh/edge', '');
const port = fc.integer({ min: 1, max: 65535 });
const nodePort = fc.integer({ min: 30000, max: 32767 });
const replicas = fc.integer({ min: 0, max: 5 });
const userId = fc.constantFrom(0, 2103, 65534, 1000650000);
const labels = fc.dictionary(
  fc.constantFrom('team', 'app', 'component', 'example.com/a', 'linkerd.io/extension'),
  word,
  {
    maxKeys: 3,
  },
);
const annotations = fc.dictionary(
  fc.constantFrom(
    'example.com/a',
    'linkerd.io/inject',
    'linkerd.io/created-by',
    'mirror.linkerd.io/probe-path',
  ),
  word,
  { maxKeys: 3 },
);
const toleration = some({
  key: fc.constantFrom('dedicated', 'node-role.kubernetes.io/control-plane'),
  operator: fc.constantFrom('Exists', 'Equal'),
  value: label,
  effect: fc.constantFrom('NoSchedule', 'NoExecute'),
  tolerationSeconds: fc.constantFrom(0, 300, 1000000),
});
const tolerations = fc.array(toleration, { maxLength: 2 });
const nodeAffinity = fc.constantFrom<HelmMap>(
  {},
  {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', '1'] }] }],
    },
  },
);
const quantities = some({ cpu: fc.constantFrom('100m', 0.5, 2), memory: fc.constantFrom('50Mi', 1e9) });
const resources = some({
  limits: quantities,
  requests: quantities,
  claims: fc.array(some({ name: label, request: label }), { maxLength: 1 }),
});
const environment = fc.array(
  fc.oneof(
    fc.record({ name: label, value: word }),
    fc.record({ name: label, valueFrom: fc.constant({ fieldRef: { fieldPath: 'metadata.name' } }) }),
  ),
  { maxLength: 2 },
);
const logLevel = fc.constantFrom('error', 'warn', 'info', 'debug', 'trace');
const logFormat = fc.constantFrom('plain', 'json');
const pullPolicy = fc.constantFrom('', 'Always', 'IfNotPresent', 'Never');
const image = some({
  name: fc.constantFrom('cr.l5d.io/linkerd/controller', 'localhost:5000/c'),
  version: fc.constantFrom('edge-26.8.3', 'v1', '1.10'),
  pullPolicy,
});

const gateway = some({
  enabled: fc.boolean(),
  replicas,
  name: fc.constantFrom('linkerd-gateway', 'gw'),
  port,
  nodePort,
  healthCheckNodePort: nodePort,
  serviceType: fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  probe: some({
    path: fc.constantFrom('/ready', '/live'),
    port,
    nodePort,
    seconds: fc.constantFrom(1, 3, 60),
  }),
  serviceAnnotations: annotations,
  serviceExternalTrafficPolicy: fc.constantFrom('', 'Cluster', 'Local'),
  deploymentAnnotations: annotations,
  loadBalancerClass: fc.constantFrom('', 'example.com/nlb'),
  loadBalancerIP: fc.constantFrom('', '203.0.113.7', '2001:db8::1'),
  loadBalancerSourceRanges: fc.array(fc.constantFrom('10.0.0.0/8', '192.0.2.0/24'), { maxLength: 2 }),
  terminationGracePeriodSeconds: fc.constantFrom('', 0, 30),
  nodeSelector: labels,
  tolerations,
  pauseImage: fc.constantFrom('registry.k8s.io/pause:3.2', 'localhost:5000/pause:1.10'),
  UID: userId,
  GID: userId,
});

const controllerKeys = {
  replicas,
  image,
  gateway: some({ enabled: fc.boolean(), probe: some({ port }) }),
  logLevel,
  logFormat,
  enableHeadlessServices: fc.boolean(),
  enablePprof: fc.boolean(),
  UID: userId,
  GID: userId,
  retryLimit: fc.constantFrom(0, 3, 1000000),
  resources,
  nodeSelector: labels,
  tolerations: fc.oneof(tolerations, fc.constant({})),
  enablePodAntiAffinity: fc.boolean(),
  nodeAffinity,
};

const controller = fc
  .tuple(clusterName, some(controllerKeys))
  .map(([name, keys]) => ({ link: { ref: { name } }, ...keys }));

const topLevel: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  gateway,
  linkerdVersion: fc.constantFrom('edge-26.8.3', 'stable-2.14.10'),
  cliVersion: fc.constant('linkerd/cli dev'),
  image: some({ version: fc.constant('v9') }),
  podAnnotations: annotations,
  podLabels: labels,
  commonLabels: labels,
  imagePullPolicy: pullPolicy,
  imagePullSecrets: fc.array(fc.record({ name: label }), { maxLength: 2 }),
  proxyOutboundPort: port,
  remoteMirrorServiceAccount: fc.boolean(),
  remoteMirrorServiceAccountName: fc.oneof(
    fc.constantFrom('mirror', 'mirror-a,mirror-b', 'a, b'),
    fc.array(label, { maxLength: 2 }),
  ),
  linkerdNamespace: fc.constantFrom('linkerd', 'l5d'),
  identityTrustDomain: fc.constantFrom('cluster.local', 'example.org'),
  namespaceMetadata: some({
    image: some({
      registry: fc.constantFrom('cr.l5d.io/linkerd', 'localhost:5000'),
      name: fc.constant('init'),
      tag: fc.constantFrom('v0.1.0', '1.10'),
      pullPolicy,
    }),
    nodeSelector: labels,
    tolerations,
  }),
  enablePSP: fc.boolean(),
  enableNamespaceCreation: fc.boolean(),
  enablePodAntiAffinity: fc.boolean(),
  nodeAffinity,
  nodeSelector: labels,
  tolerations,
  createNamespaceMetadataJob: fc.boolean(),
  revisionHistoryLimit: fc.constantFrom(0, 10),
  localServiceMirror: some({
    serviceMirrorRetryLimit: fc.constantFrom(0, 3, 1000000),
    federatedServiceSelector: fc.constantFrom('mirror.linkerd.io/federated=member', 'a in (b,c)'),
    excludedLabels: fc.constantFrom('', 'a,b/*'),
    excludedAnnotations: fc.constantFrom('', 'a,b/*'),
    replicas,
    image,
    logLevel,
    logFormat,
    enablePprof: fc.boolean(),
    UID: userId,
    GID: userId,
    resources,
    additionalEnv: environment,
    experimentalEnv: environment,
  }),
  controllers: fc.array(controller, { maxLength: 2 }),
  controllerDefaults: some(controllerKeys),
  serviceMirrorAdditionalEnv: environment,
  serviceMirrorExperimentalEnv: environment,
  cniEnabled: fc.boolean(),
};

/** Values of the documented types, few or most of them. */
export const plainValues: fc.Arbitrary<HelmMap> = fc.oneof(
  fc
    .tuple(some(topLevel), fc.subarray(Object.keys(topLevel), { minLength: 1, maxLength: 4 }))
    .map(([values, kept]) =>
      Object.fromEntries(Object.entries(values).filter(([key]) => kept.includes(key))),
    ),
  some(topLevel),
);

/** What a value should not be, and sometimes is. */
const oddValue: fc.Arbitrary<HelmValue> = fc.oneof(
  fc.constantFrom<HelmValue>(null, '', true, false, 0, 1, 1.5, 1000000, 1234567, -1, 1e21, 0.00001),
  fc.constantFrom('yes', 'no', 'on', 'true', 'null', '~', '8080', '0x10', '010', '1e3', '1_000', '1.10', '-'),
  fc.constantFrom(
    'a: b',
    'a:',
    'a #b',
    '#a',
    ' padded ',
    'a\n',
    'a\nb',
    '"quoted"',
    "it's",
    '&a',
    '*a',
    '{a',
    '[a',
  ),
  fc.constantFrom(
    '{{ .Values }}',
    'a <no value> b',
    'é',
    'fd00::',
    'NodePort ',
    'a\\tb',
    'a"b',
    '\u007f',
    '\u0085',
  ),
  fc.constantFrom<HelmValue>([], {}, ['a'], [null], { a: 'b' }, { a: null }, { a: { b: 1 } }, [{ a: 1 }], {
    'a\n': 'b\n\n',
  }),
);

type Path = readonly (string | number)[];

/** The paths of all values, tables and lists within a value. */
function paths(value: HelmValue | undefined, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const own = at.length === 0 ? [] : [at];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...entries.flatMap(([key, inner]) => paths(inner as HelmValue, [...at, key]))];
}

function replaced(value: HelmValue | undefined, [step, ...rest]: Path, by: HelmValue): HelmValue {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: HelmValue, i) => (i === step ? replaced(item, rest, by) : item));
  const table = (value ?? {}) as HelmMap;
  return { ...table, [step]: replaced(table[step], rest, by) };
}

/** Keys that a YAML reader or a template takes for something else, and keys that nothing reads. */
const oddKey = fc.constantFrom(
  'on',
  '1',
  '1.50',
  'a b',
  '',
  'é',
  'a: b',
  '#a',
  '~',
  'partials',
  'global',
  'unknown',
  'name',
);

type Oddity = readonly [choice: number, odd: HelmValue, key: string | undefined];

function withOddity(values: HelmMap, [choice, odd, key]: Oddity): HelmMap {
  const all = paths(values);
  const path = all[choice % Math.max(all.length, 1)] ?? ['gateway'];
  return replaced(values, key === undefined ? path : [...path.slice(0, -1), key], odd) as HelmMap;
}

/** Plain values with a few of them replaced by something odd, or with odd keys beside them. */
export const oddValues: fc.Arbitrary<HelmMap> = fc
  .tuple(
    plainValues,
    fc.array(
      fc.tuple(
        fc.nat(),
        oddValue,
        fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: oddKey }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([plain, oddities]) => oddities.reduce<HelmMap>(withOddity, plain));

/** Paths of values as text, with `[]` for any item of a list: `controllers[].link.ref.name`. */
export function valuePaths(values: HelmMap): string[] {
  return paths(values).map((path) =>
    path
      .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
      .join('')
      .replace(/^\./, ''),
  );
}
