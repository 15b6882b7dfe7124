import { describe, expect, it } from 'vitest';
import { sharedPart } from '../../lib/manifests/shared-part.js';
import { symbolsOf } from '../../lib/symbols/symbols-of.js';

const objectOf = (kind: string, namespace?: string) => ({
  object: {
    apiVersion: 'v1',
    kind,
    metadata: { name: 'one', ...(namespace === undefined ? {} : { namespace }) },
  },
});

describe('the symbols of a cluster', () => {
  it('tell which of many namesakes is defined twice, and where first', () => {
    const kinds = ['Service', 'ServiceAccount', 'Secret', 'Endpoints', 'ConfigMap', 'Pod'];
    const once = kinds.map((kind) => objectOf(kind, 'apps'));
    const others = kinds.map((kind) => objectOf(kind, 'other'));
    const { duplicates } = symbolsOf('east', [...once, ...others, ...once]);
    expect(
      duplicates.map(({ first, second }) => `${first.kind} ${first.namespace} ${second.namespace}`),
    ).toEqual(kinds.map((kind) => `${kind} apps apps`));
    expect(duplicates.every(({ first, second }) => first !== second)).toBe(true);
  });

  it('give a part that two places share the path of each', () => {
    const args = sharedPart(['service-mirror', '-log-level=info']);
    const workload = (containers: readonly object[]) => ({
      object: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'controller', namespace: 'apps' },
        spec: { template: { spec: { containers } } },
      },
    });
    const { workloads } = symbolsOf('east', [
      workload([{ name: 'mirror', args }]),
      workload([{ name: 'sidecar' }, { name: 'mirror', args }]),
      workload([{ name: 'sidecar' }, { name: 'mirror', args: [...args] }]),
      workload([{ name: 'mirror', args: [...args] }]),
    ]);
    const paths = workloads.map(({ containers }) => containers.at(-1)?.args[1]?.path);
    expect(paths).toEqual([0, 1, 1, 0].map((number) => `spec.template.spec.containers[${number}].args[1]`));
  });
});
