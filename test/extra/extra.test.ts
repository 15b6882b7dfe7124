import { describe, expect, test } from 'vitest';
import { compiledText, differingFiles, label } from '../support/compiled.js';

const fleetWith = (spoke: string) => `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com } }
  spoke: ${spoke}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { manual: {} }
`;

const configMap =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes, namespace: linkerd-multicluster }\ndata: { b: "2", a: "1" }\n';
const extra = '{ extraManifests: [extra.yaml] }';

const compiledExtra = (text: string) => compiledText(fleetWith(extra), { 'extra.yaml': text });
const patch = (target: string, merge: string) =>
  compiledText(fleetWith(`{ patches: [{ target: ${target}, merge: ${merge} }] }`));

const plain = await compiledText(fleetWith('{}'));

describe('extra manifests', () => {
  test('go into a file of their own and change no other', async () => {
    const result = await compiledExtra(`${configMap}---\n${configMap.replace('notes', 'more')}`);
    expect(result.diagnostics).toEqual([]);
    expect(differingFiles(plain.files, result.files)).toEqual(['clusters/spoke/extra.yaml']);
    expect(result.objects.spoke?.filter(({ kind }) => kind === 'ConfigMap').map(label)).toEqual([
      'ConfigMap linkerd-multicluster/more',
      'ConfigMap linkerd-multicluster/notes',
    ]);
  });

  test('get the namespace of the extension where they need one and name none', async () => {
    const unplaced = configMap.replace(', namespace: linkerd-multicluster', '');
    const [result, placed] = [await compiledExtra(unplaced), await compiledExtra(configMap)];
    expect(result.files).toEqual(placed.files);
  });

  const secret = (content: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: linkerd-multicluster }\n${content}\n`;

  test.each([
    'stringData: { password: correct-horse }',
    'data: { password: aHVudGVyMmh1bnRlcjI= }',
    'stringData: { note: "p&ss!" }',
    'stringData: { password: "$wordfish" }',
  ])('reports what a Secret holds as it is: %s', async (content) => {
    const { diagnostics } = await compiledExtra(secret(content));
    expect(diagnostics.slice(0, 1)).toMatchObject([
      { code: 'SECRET_LEAKED', line: 4, column: content.lastIndexOf(': ') + 3 },
    ]);
    expect(JSON.stringify(diagnostics)).not.toMatch(/horse|aHVud|p&ss|wordfish/);
  });

  test.each([
    'stringData: { password: "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]" }',
    'stringData: { password: <path:secret/mesh#password> }',
    'type: Opaque',
  ])('may hold a Secret that is filled in later: %s', async (content) => {
    expect((await compiledExtra(secret(content))).diagnostics).toEqual([]);
  });

  test('report all that is wrong with objects without a name, and with those beside them', async () => {
    const text = [
      'apiVersion: v1\nkind: ConfigMap\ndada: {}\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { labels: { a b: c } }\ndate: {}\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: Notes }\ndatum: {}\n',
      configMap.replace('\ndata:', '\ndaten:'),
    ].join('---\n');
    const { diagnostics } = await compiledExtra(text);
    const told = diagnostics.map(({ code, line, path = '' }) => `${line ?? 0} ${code} ${path}`);
    expect(told.sort()).toEqual(
      [
        '1 EXTRA_MANIFEST_FORM ',
        '12 EXTRA_MANIFEST_FORM ',
        '7 EXTRA_MANIFEST_FORM ',
        '7 EXTRA_MANIFEST_FORM ',
        ...['dada', 'date', 'daten', 'datum'].map((field) => `0 SCHEMA_UNKNOWN_FIELD ${field}`),
      ].sort(),
    );
  });

  test('report a name that is no text at its place', async () => {
    const { diagnostics } = await compiledExtra('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: 5\n');
    expect(diagnostics).toMatchObject([{ code: 'EXTRA_MANIFEST_FORM', line: 4, column: 9 }]);
  });

  test.each([
    ['ConfigMap', 'v1', 'Notes_1'],
    ['Service', 'v1', 'web.shop'],
    ['Namespace', 'v1', 'shop.mesh'],
    ['ClusterRole', 'rbac.authorization.k8s.io/v1', 'mesh/read'],
  ])('report that no %s can be called so', async (kind, apiVersion, name) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n`;
    const { diagnostics } = await compiledExtra(text);
    expect(diagnostics).toMatchObject([{ code: 'EXTRA_MANIFEST_FORM', line: 3, column: 19 }]);
  });

  test('take names that kinds allow beyond others', async () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: "system:Mesh" }\nrules: []\n';
    expect((await compiledExtra(role)).diagnostics).toEqual([]);
    const ofOthers = [
      'apiVersion: authorization.openshift.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: "system:foo" }\n',
      'apiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: { name: "2001:db8::1" }\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, annotations: { Reloader.Stakater.com/auto: "true" } }\n',
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80, targetPort: 0 }] }\n',
    ];
    for (const text of ofOthers) {
      const { diagnostics } = await compiledExtra(text);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('report every key of labels and annotations that is none, each at its place', async () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: { a b: c }\n  annotations: { /x: y, ok: z }\n';
    const { diagnostics } = await compiledExtra(text);
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['EXTRA_MANIFEST_FORM', 5, 13],
      ['EXTRA_MANIFEST_FORM', 6, 18],
    ]);
  });

  test.each([
    ['an object without a name', 'apiVersion: v1\nkind: ConfigMap\n', 'EXTRA_MANIFEST_FORM'],
    ['no object at all', 'hello: world\n', 'EXTRA_MANIFEST_FORM'],
    ['broken YAML', 'kind: [\n', 'YAML_SYNTAX'],
    ['an object that its schema refuses', configMap.replace('\ndata:', '\ndada:'), 'SCHEMA_UNKNOWN_FIELD'],
    [
      'a secret',
      `apiVersion: v1\nkind: Secret\nmetadata: { name: s, namespace: linkerd-multicluster }\nstringData: { password: ${['hunter2', 'X9fk3L0q', 'pQ7z'].join('')} }\n`,
      'SECRET_LEAKED',
    ],
    [
      'a second Link to the same target',
      'apiVersion: multicluster.linkerd.io/v1alpha3\nkind: Link\nmetadata: { name: hub-2, namespace: linkerd-multicluster }\nspec: { targetClusterName: hub, clusterCredentialsSecret: cluster-credentials-hub-2, gatewayAddress: gw.example.com, gatewayPort: "4143", gatewayIdentity: g, probeSpec: { path: /ready, port: "4191", period: 3s }, selector: { matchLabels: { mirror.linkerd.io/exported: "true" } }, targetClusterDomain: cluster.local, targetClusterLinkerdNamespace: linkerd }\n',
      'LINK_TARGET_TWICE',
    ],
  ])('report %s like objects of our own', async (_, text, code) => {
    expect((await compiledExtra(text)).diagnostics.map((each) => each.code)).toContain(code);
  });

  test('reports a file that is not there, with the line that asks for it', async () => {
    const { diagnostics } = await compiledText(fleetWith(extra));
    expect(diagnostics.map(({ code, related }) => [code, related?.[0]?.line])).toEqual([['FILE_MISSING', 6]]);
  });
});

describe('patches', () => {
  test('change one object and leave the rest of its file alone', async () => {
    const result = await patch(
      '{ kind: Deployment, name: controller-hub }',
      '{ spec: { revisionHistoryLimit: 2 }, metadata: { labels: { team: mesh } } }',
    );
    expect(result.diagnostics).toEqual([]);
    expect(differingFiles(plain.files, result.files)).toEqual(['clusters/spoke/link-hub.yaml']);
    const [before = [], after = []] = [plain, result].map(({ files }) =>
      files['clusters/spoke/link-hub.yaml']?.split('\n'),
    );
    expect(after.filter((line) => !before.includes(line))).toEqual([
      '    team: mesh',
      '  revisionHistoryLimit: 2',
    ]);
  });

  test('remove a field with null', async () => {
    const { objects, diagnostics } = await patch(
      '{ kind: Deployment, name: controller-hub }',
      '{ spec: { revisionHistoryLimit: null } }',
    );
    expect(diagnostics).toEqual([]);
    const specIn = (all: typeof objects) =>
      all.spoke?.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'controller-hub')
        ?.spec;
    expect(specIn(plain.objects)).toHaveProperty('revisionHistoryLimit');
    expect(specIn(objects)).not.toHaveProperty('revisionHistoryLimit');
  });

  test('change extra manifests too', async () => {
    const spoke =
      '{ extraManifests: [extra.yaml], patches: [{ target: { kind: ConfigMap, name: notes }, merge: { data: { a: null } } }] }';
    const { objects } = await compiledText(fleetWith(spoke), { 'extra.yaml': configMap });
    expect(objects.spoke?.find(({ kind }) => kind === 'ConfigMap')?.data).toEqual({ b: '2' });
  });

  test.each([
    [
      'an object that is not rendered',
      '{ kind: Deployment, name: controller-hubb }',
      '{ spec: {} }',
      'PATCH_NO_OBJECT',
    ],
    [
      'the right name in another namespace',
      '{ kind: Deployment, name: controller-hub, namespace: other }',
      '{ spec: {} }',
      'PATCH_NO_OBJECT',
    ],
    [
      'a changed name',
      '{ kind: Deployment, name: controller-hub }',
      '{ metadata: { name: other } }',
      'PATCH_IDENTITY',
    ],
    [
      'a changed kind',
      '{ kind: Deployment, name: controller-hub }',
      '{ kind: StatefulSet }',
      'PATCH_IDENTITY',
    ],
    [
      'a field that the schema does not know',
      '{ kind: Deployment, name: controller-hub }',
      '{ spec: { replica: 2 } }',
      'SCHEMA_UNKNOWN_FIELD',
    ],
    [
      'what the linker refuses',
      '{ kind: Link, name: hub }',
      '{ spec: { probeSpec: { port: "4190" } } }',
      'PROBE_SERVICE_PORT',
    ],
    ['a misspelt key of the patch', '{ kind: Link, nam: hub }', '{ spec: {} }', 'CONFIG_UNKNOWN_KEY'],
  ])('report %s', async (_, target, merge, code) => {
    expect((await patch(target, merge)).diagnostics.map((each) => each.code)).toContain(code);
  });

  test('report their place and objects that are there', async () => {
    const [diagnostic] = (await patch('{ kind: Deployment, name: controller-hubb }', '{ spec: {} }'))
      .diagnostics;
    expect(diagnostic).toMatchObject({ line: 6, cluster: 'spoke', path: 'clusters.spoke.patches[0]' });
    expect(diagnostic?.fix).toContain('`controller-hub`');
  });
});
