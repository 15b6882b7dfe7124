import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { sharedPart } from '../../lib/manifests/shared-part.js';
import { hasSchema, loadSchemas } from '../../lib/schemas/load.js';
import { diagnoseManifest } from '../../lib/schemas/diagnose.js';
import { validateManifest } from '../../lib/schemas/validate.js';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'linkerd-gateway', namespace: 'linkerd-multicluster' },
  spec: { ports: [{ name: 'mc-gateway', port: 4143 }] },
};

async function problemsOf(object: object): Promise<string[]> {
  await loadSchemas([object as Manifest]);
  return validateManifest(object as Manifest).map(({ path, message }) => `${path} ${message}`);
}

describe('the structure of an object', () => {
  test('is reported field by field, all at once', async () => {
    const spec = { ports: [{ prot: 4143, targetPort: true }], type: 7 };
    expect(await problemsOf({ ...service, spec })).toEqual([
      'spec.ports[0].port is missing',
      'spec.ports[0].prot is no field that exists here',
      'spec.ports[0].targetPort must be integer or string, not boolean',
      'spec.type must be string, not integer',
    ]);
  });

  test('counts a null or undefined field as absent', async () => {
    expect(
      await problemsOf({ ...service, spec: { ...service.spec, selector: null, typo: undefined } }),
    ).toEqual([]);
    expect(await problemsOf({ ...service, metadata: null })).toEqual(['metadata is missing']);
    expect(await problemsOf({ ...service, spec: { ports: [null] } })).toEqual([
      'spec.ports[0] must be object, not null',
    ]);
  });

  test('says what a quantity is rather than by which pattern it is known', async () => {
    const resources = { requests: { memory: '3MB' } };
    const template = { spec: { containers: [{ name: 'any', resources }] } };
    const object = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'any' },
      spec: { selector: {}, template },
    };
    await loadSchemas([object]);
    expect(diagnoseManifest(object)).toMatchObject([
      {
        message:
          'Deployment any: spec.template.spec.containers[0].resources.requests.memory must be a quantity, such as 100m, 0.5 or 64Mi',
        fix: 'write a number with a unit such as `m`, `k`, `M`, `Ki`, `Mi` or `Gi`, or with none',
      },
    ]);
  });

  test('is not judged where the kind is unknown', async () => {
    const object = { apiVersion: 'example.com/v1', kind: 'Any', metadata: { name: 'any' }, whatever: 1 };
    expect(hasSchema('example.com/v1', 'Any')).toBe(false);
    expect(await problemsOf(object)).toEqual([]);
  });

  test('is not judged by a schema that was not loaded: that is a mistake of the caller', () => {
    const route = { apiVersion: 'policy.linkerd.io/v1beta3', kind: 'HTTPRoute', metadata: { name: 'any' } };
    expect(() => validateManifest(route)).toThrow('not loaded');
  });

  test('tells the place of keys that are no words', async () => {
    const metadata = { ...service.metadata, labels: { 'app.kubernetes.io/name~x': 1 } };
    expect(await problemsOf({ ...service, metadata })).toEqual([
      'metadata.labels["app.kubernetes.io/name~x"] must be string, not integer',
    ]);
  });

  test('of a part that many objects share is looked through once, what differs each time', async () => {
    const names = { kind: 'A', plural: 'as' };
    const spec = sharedPart({ group: 'a', names, scope: 'Cluster', versions: [] });
    const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
    expect(await problemsOf({ ...crd, metadata: { name: 'a' }, spec })).toEqual([]);
    expect(await problemsOf({ ...crd, metadata: { nam: 'a' }, spec })).toEqual([
      'metadata.nam is no field that exists here',
      'metadata.name is missing',
    ]);
    expect(await problemsOf({ ...crd, metadata: { name: 'a' }, spec, scoop: spec })).toEqual([
      'scoop is no field that exists here',
    ]);
    expect(await problemsOf({ ...crd, metadata: { name: 'a' } })).toEqual(['spec is missing']);
    const bad = sharedPart({ ...spec, scoop: 1 });
    for (let i = 0; i < 2; i++) {
      expect(await problemsOf({ ...crd, metadata: { name: 'a' }, spec: bad })).toEqual([
        'spec.scoop is no field that exists here',
      ]);
    }
  });

  test('of a part is looked through again in another field, and in another kind', async () => {
    const rules = sharedPart([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'a' } };
    expect(await problemsOf({ ...role, rules })).toEqual([]);
    const binding = { ...role, kind: 'RoleBinding', roleRef: { apiGroup: 'a', kind: 'Role', name: 'a' } };
    expect(await problemsOf({ ...binding, subjects: rules })).toContain(
      'subjects[0].apiGroups is no field that exists here',
    );
    const subjects = sharedPart([{ kind: 'ServiceAccount', name: 'a' }]);
    expect(await problemsOf({ ...binding, subjects })).toEqual([]);
    expect(await problemsOf({ ...binding, roleRef: subjects, subjects })).toEqual([
      'roleRef must be object, not array',
    ]);
  });

  test('of a part within a part is looked through again where it means something else', async () => {
    const port = sharedPart({ containerPort: 80, name: 'http' });
    const podOf = (...ports: object[]) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'a', image: 'a', ports }] },
    });
    expect(await problemsOf(podOf(port))).toEqual([]);
    expect(await problemsOf({ ...service, spec: { ports: [port] } })).toEqual([
      'spec.ports[0].containerPort is no field that exists here',
      'spec.ports[0].port is missing',
    ]);
    const bad = sharedPart({ containerPort: '80' });
    for (let i = 0; i < 2; i++) {
      expect(await problemsOf(podOf(port, bad))).toEqual([
        'spec.containers[0].ports[1].containerPort must be integer, not string',
      ]);
    }
  });
});

const correct = 'correct the value it comes from: in the values files, the fleet, or the extra manifest';

describe('as a diagnostic', () => {
  test.each([
    ['SCHEMA_UNKNOWN_FIELD', { whatever: 1 }, 'spec.whatever', 'remove the field: nothing reads it'],
    ['SCHEMA_UNKNOWN_FIELD', { selectr: {} }, 'spec.selectr', 'write `selector` instead of `selectr`'],
    ['SCHEMA_MISSING_FIELD', { ports: [{}] }, 'spec.ports[0].port', correct],
    ['SCHEMA_TYPE', { type: 1 }, 'spec.type', correct],
    ['SCHEMA_VALUE', { ports: [{ port: 2 ** 31 }] }, 'spec.ports[0].port', correct],
  ])('reports %s for %j', async (code, spec, path, fix) => {
    const object = { ...service, spec };
    await loadSchemas([object]);
    expect(diagnoseManifest(object)).toMatchObject([
      {
        code,
        path,
        severity: 'error',
        object: { kind: 'Service', name: 'linkerd-gateway' },
        ...(fix && { fix }),
      },
    ]);
  });

  test('never holds the value', async () => {
    const object = { ...service, spec: { type: ['s3cret'], ports: 's3cret' } };
    await loadSchemas([object]);
    expect(JSON.stringify(diagnoseManifest(object))).not.toContain('s3cret');
  });
});
