/** Files of a configuration folder that makes a code be reported, by their names. */
export type ExampleFiles = Readonly<Record<string, string | Uint8Array>>;

const fleet = `name: example
linkerd:
  release: edge-26.8.2
argocd:
  repoURL: https://git.example.com/platform/mesh
clusters:
  hub:
    argocdName: in-cluster
    gateway: { address: gateway.example.com, serviceType: NodePort, nodePort: 30143, probe: { nodePort: 30191 } }
  east: {}
topology:
  - hubAndSpoke: { hub: hub, spokes: [east] }
credentials:
  externalSecrets: { store: vault, key: "{source}-to-{target}" }
`;

/** The working fleet that the examples spoil. */
export const workingExample: ExampleFiles = {
  'fleet.yaml': fleet,
  'values.yaml': 'revisionHistoryLimit: 3\n',
};

/** The working fleet with one part of its fleet file replaced. */
function spoiled(from: string, to: string, more: ExampleFiles = {}): ExampleFiles {
  if (!fleet.includes(from)) throw new Error(`the working fleet has no ${from}`);
  return { ...workingExample, 'fleet.yaml': fleet.replace(from, to), ...more };
}

/** The working fleet with a second target of one source, and this of the store. */
function twoTargets(external: string): ExampleFiles {
  const { 'fleet.yaml': text } = spoiled('key: "{source}-to-{target}"', external);
  return {
    ...workingExample,
    'fleet.yaml': String(text)
      .replace('  east: {}', '  east: {}\n  west: { gateway: { address: west.example.com } }')
      .replace('spokes: [east] }', 'spokes: [east] }\n  - link: { source: east, target: west }'),
  };
}

/** The working fleet with further or other values files. */
function withValues(files: ExampleFiles): ExampleFiles {
  return { ...workingExample, ...files };
}

/** For each code of the input, a folder that makes it be reported. */
export const diagnosticExamples: Readonly<Record<string, ExampleFiles>> = {
  FILE_MISSING: { 'fleet.yml': fleet },
  FILE_UNREADABLE: { 'fleet.yaml/readme.md': 'a folder in the place of the file\n' },
  FILE_ENCODING: withValues({
    'values.yaml': Uint8Array.from([...Buffer.from('podLabels: { team: caf'), 0xe9, 0x7d]),
  }),
  YAML_SYNTAX: spoiled('  release:', '\trelease:'),
  YAML_DUPLICATE_KEY: spoiled('  east: {}', '  east: {}\n  east: { argocdName: eastern }'),
  YAML_DOCUMENTS: withValues({ 'values.yaml': 'revisionHistoryLimit: 3\n---\nrevisionHistoryLimit: 4\n' }),
  YAML_TOO_LARGE: withValues({ 'values.yaml': `podLabels: ${'['.repeat(200)}\n` }),
  CONFIG_TYPE: spoiled('nodePort: 30143', 'nodePort: "30143"'),
  CONFIG_RANGE: spoiled('nodePort: 30143', 'nodePort: 301430'),
  CONFIG_FORMAT: spoiled('gateway.example.com', '"gateway.example.com:30143"'),
  CONFIG_UNKNOWN_KEY: withValues({ 'east-values.yaml': 'gatewayPort: 4143\n' }),
  CONFIG_MISSING_KEY: spoiled('store: vault, ', ''),
  CONFIG_SELECTOR: spoiled(
    'spokes: [east]',
    'spokes: [east], selector: { matchExpressions: [{ key: team, operator: In }] }',
  ),
  CLUSTER_NAME_TWICE: spoiled('east: {}', 'east: { argocdName: in-cluster }'),
  ARGOCD_APPLICATION_NAME: spoiled('clusters:', '  applicationName: mesh\nclusters:'),
  API_SERVER_CA: spoiled('east: {}', 'east: { apiServer: { url: "https://api.example.com", ca: sytem } }'),
  EXTRA_MANIFEST_FORM: spoiled('east: {}', 'east: { extraManifests: [extra.yaml] }', {
    'extra.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: { key: value }\n',
  }),
  SYNC_OPTION_NAME: spoiled(
    '/mesh\n',
    '/mesh\n  syncOptions: [CreateNamespaces=true, ServerSideApply=true]\n',
  ),
  CREDENTIALS_MOUNT: spoiled('vault, key: "', 'vault, mount: kv, key: "secret/'),
  CREDENTIALS_KEY_TWICE: twoTargets('key: "mesh/{source}"'),
  CREDENTIALS_NAME_TWICE: twoTargets('key: "{source}-to-{target}", name: kubeconfig'),
  KEEP_NO_OBJECT: spoiled(
    'topology:',
    'delivery: { keep: [Namespace, CustomResourceDefinitions] }\ntopology:',
  ),
  PATCH_NO_OBJECT: spoiled(
    'east: {}',
    'east: { patches: [{ target: { kind: Deployment, name: linkerd-gateway }, merge: { spec: { revisionHistoryLimit: 5 } } }] }',
  ),
  PATCH_IDENTITY: spoiled(
    'east: {}',
    'east: { patches: [{ target: { kind: Deployment, name: controller-hub }, merge: { metadata: { name: mirror } } }] }',
  ),
  API_SERVER_MISSING: spoiled('store: vault, ', 'store: vault, push: true, '),
  API_SERVER_LOCAL: {
    'fleet.yaml': fleet
      .replace('store: vault, ', 'store: vault, push: true, ')
      .replace('in-cluster\n', 'in-cluster\n    apiServer: https://kubernetes.default.svc\n'),
  },
  SEALED_SECRET_MISSING: spoiled(
    'externalSecrets: { store: vault, key: "{source}-to-{target}" }',
    'sealedSecrets: { folder: sealed, scope: cluster-wide }',
  ),
  SEALED_SECRET_FORM: spoiled(
    'externalSecrets: { store: vault, key: "{source}-to-{target}" }',
    'sealedSecrets: { folder: sealed, scope: cluster-wide }',
    { 'sealed/east/hub.sealed': 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\n' },
  ),
  TOPOLOGY_UNKNOWN_CLUSTER: spoiled('hub: hub', 'hub: in-cluster'),
  TOPOLOGY_SELF_LINK: spoiled('spokes: [east]', 'spokes: [east, hub]'),
  TOPOLOGY_TOO_LARGE: spoiled(
    'topology:\n  - hubAndSpoke: { hub: hub, spokes: [east] }',
    'maxLinks: 1\ntopology:\n  - mesh: {}',
  ),
  TOPOLOGY_DUPLICATE_LINK: spoiled('credentials:', '  - link: { source: east, target: hub }\ncredentials:'),
  GATEWAY_PORT_TWICE: spoiled('30191', '30143'),
  GATEWAY_NODE_PORT_UNUSED: spoiled('NodePort', 'ClusterIP'),
  GATEWAY_NODE_PORT_RANGE: spoiled('30143', '4143'),
  SUPPRESSION_CODE_UNKNOWN: spoiled(
    'clusters:',
    'suppress: [{ code: VALUES_LEFTOVERS, reason: known }]\nclusters:',
  ),
  VALUES_CLUSTER_UNKNOWN: withValues({ 'hub-values.yaml': 'podLabels: { team: mesh }\n' }),
  VALUES_FILE_NAME: withValues({ 'east-values.yml': 'podLabels: { team: mesh }\n' }),
  VALUES_CONVERTED: withValues({ 'east-values.yaml': 'revisionHistoryLimit: 0644\n' }),
  VALUES_WRAPPER: withValues({ 'east-values.yaml': 'linkerd-multi-cluster:\n  podLabels: { team: mesh }\n' }),
  VALUES_OUTSIDE_WRAPPER: withValues({
    'values.yaml': 'linkerd-multicluster:\n  revisionHistoryLimit: 3\n',
    'east-values.yaml': 'clusterName: east\npodLabels: { team: mesh }\n',
  }),
  GATEWAY_ADDRESS_MISSING: spoiled('address: gateway.example.com, ', ''),
  GATEWAY_NODE_PORT_MISSING: spoiled('nodePort: 30143, ', ''),
  CREDENTIALS_MISSING: spoiled(
    'credentials:\n  externalSecrets: { store: vault, key: "{source}-to-{target}" }\n',
    '',
  ),
  VALUES_CONTRADICT_FLEET: withValues({ 'in-cluster-values.yaml': 'gateway:\n  nodePort: 30144\n' }),
  VALUES_LEFTOVER: withValues({ 'east-values.yaml': 'remoteMirrorServiceAccountName: mirror-north\n' }),
  VALUES_UNREADABLE: withValues({ 'values.yaml': 'podLabels: { team: !!int mesh }\n' }),
};
