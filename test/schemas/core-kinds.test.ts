import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { loadSchemas } from '../../lib/schemas/load.js';
import { validateManifest } from '../../lib/schemas/validate.js';

type Fields = Record<string, unknown>;

const types: Record<string, string> = {
  Deployment: 'apps/v1',
  Service: 'v1',
  PodDisruptionBudget: 'policy/v1',
  Secret: 'v1',
  ConfigMap: 'v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
};

/** Object of the kind in which `fields` stand; the rest of it is sound. */
function object(kind: string, fields: Fields): Manifest {
  return { apiVersion: types[kind] ?? '', kind, metadata: { name: 'any' }, ...fields };
}

const container = (fields: Fields): Manifest =>
  object('Deployment', {
    spec: { selector: {}, template: { spec: { containers: [{ name: 'any', ...fields }] } } },
  });
const port = (fields: Fields) => object('Service', { spec: { ports: [{ port: 80, ...fields }] } });
const column = (schema: unknown) =>
  object('CustomResourceDefinition', {
    spec: {
      group: 'example.com',
      names: { kind: 'Any', plural: 'anys' },
      scope: 'Cluster',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  });

async function accepts(manifest: Manifest): Promise<boolean> {
  await loadSchemas([manifest]);
  return validateManifest(manifest).length === 0;
}

describe('a kind of Kubernetes, where its TypeScript type says too much or too little,', () => {
  test.each([
    [
      'counts are integers',
      object('Deployment', { spec: { replicas: 2, selector: {}, template: {} } }),
      true,
    ],
    [
      'counts are integers',
      object('Deployment', { spec: { replicas: 2.5, selector: {}, template: {} } }),
      false,
    ],
    [
      'counts are integers',
      object('Deployment', { spec: { replicas: '2', selector: {}, template: {} } }),
      false,
    ],
    [
      'counts are not below zero',
      object('Deployment', { spec: { replicas: -1, selector: {}, template: {} } }),
      false,
    ],
    [
      'counts may be zero',
      object('Deployment', { spec: { revisionHistoryLimit: 0, selector: {}, template: {} } }),
      true,
    ],
    ['ports are integers', port({ port: 80.5 }), false],
    ['ports have 16 bits', port({ port: 70_000 }), false],
    ['ports are above zero', container({ ports: [{ containerPort: 0 }] }), false],
    ['a node port is left to the cluster by zero', port({ nodePort: 0 }), true],
    ['integers have 32 bits', port({ nodePort: 2 ** 31 }), false],
    ['integers have 32 bits', port({ nodePort: -(2 ** 31) - 1 }), false],
    [
      'but seconds and generations have 64',
      object('Service', { metadata: { name: 'a', generation: 2 ** 40 } }),
      true,
    ],
    ['users may be root', container({ securityContext: { runAsUser: 0 } }), true],
    ['users are not below zero', container({ securityContext: { runAsUser: -5 } }), false],
    ['users have 31 bits', container({ securityContext: { runAsUser: 2 ** 31 } }), false],
    ['groups are not below zero', container({ securityContext: { runAsGroup: -1 } }), false],
    ['int-or-string takes an integer', port({ targetPort: 8080 }), true],
    ['int-or-string takes a string', port({ targetPort: 'http' }), true],
    ['int-or-string takes no fraction', port({ targetPort: 80.5 }), false],
    [
      'int-or-string takes a percentage',
      object('PodDisruptionBudget', { spec: { maxUnavailable: '50%' } }),
      true,
    ],
    ['a quantity is text', container({ resources: { limits: { cpu: '100m', memory: '1.5Gi' } } }), true],
    ['a quantity is a number too', container({ resources: { limits: { cpu: 0.5, memory: 1e9 } } }), true],
    ['a quantity has an exponent', container({ resources: { limits: { memory: '12e6' } } }), true],
    ['a quantity is not any text', container({ resources: { limits: { memory: '1 Gi' } } }), false],
    ['a quantity has no other units', container({ resources: { limits: { memory: '1GB' } } }), false],
    [
      'a time is RFC 3339',
      object('Service', { metadata: { name: 'a', creationTimestamp: '2026-01-02T03:04:05Z' } }),
      true,
    ],
    [
      'a time is RFC 3339',
      object('Service', { metadata: { name: 'a', creationTimestamp: '2026-01-02' } }),
      false,
    ],
    ['bytes are base64', object('Secret', { data: { token: 'aGk=' } }), true],
    ['bytes are base64', object('Secret', { data: { token: 'not base64' } }), false],
    ['bytes are base64', object('ConfigMap', { binaryData: { file: 'ä' } }), false],
    ['text beside bytes is any', object('Secret', { stringData: { token: 'not base64' } }), true],
    ['a name is required', { ...object('Service', {}), metadata: {} } as unknown as Manifest, false],
    [
      'metadata are required',
      { ...object('Service', {}), metadata: undefined } as unknown as Manifest,
      false,
    ],
    [
      'a pod template needs no name',
      object('Deployment', { spec: { selector: {}, template: { metadata: {} } } }),
      true,
    ],
    [
      'managed fields are any object',
      object('Service', { metadata: { name: 'a', managedFields: [{ fieldsV1: { 'f:a': {} } }] } }),
      true,
    ],
    ['a default is any JSON', column({ type: 'object', default: [1, { a: null }] }), true],
    ['an enum is of any JSON', column({ enum: ['a', 1] }), true],
    ['limits of CRDs may be fractions', column({ maximum: 0.5, multipleOf: 0.1 }), true],
    ['lengths of CRDs may not', column({ maxLength: 0.5 }), false],
    [
      'x-kubernetes fields exist',
      column({ 'x-kubernetes-int-or-string': true, 'x-kubernetes-list-map-keys': ['a'] }),
      true,
    ],
    ['x-kubernetes fields have types', column({ 'x-kubernetes-int-or-string': 'yes' }), false],
    [
      'rules of CRDs are known',
      column({ 'x-kubernetes-validations': [{ rule: 'true', message: 'a' }] }),
      true,
    ],
    ['rules of CRDs are complete', column({ 'x-kubernetes-validations': [{ message: 'a' }] }), false],
    ['additionalProperties is a boolean', column({ additionalProperties: false }), true],
    ['additionalProperties is a schema', column({ additionalProperties: { type: 'string' } }), true],
    ['additionalProperties is looked into', column({ additionalProperties: { typ: 'string' } }), false],
    ['items are one schema', column({ items: { type: 'string' } }), true],
    ['items are a list of schemas', column({ items: [{ type: 'string' }] }), true],
    ['items are looked into', column({ items: [{ typ: 'string' }] }), false],
    ['dependencies are lists of names', column({ dependencies: { a: ['b'] } }), true],
    ['dependencies are looked into', column({ dependencies: { a: { typ: 'string' } } }), false],
  ])('%s: %j', async (_, manifest, isSound) => {
    expect(await accepts(manifest)).toBe(isSound);
  });
});
