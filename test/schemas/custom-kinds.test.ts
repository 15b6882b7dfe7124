import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { hasSchema, loadSchemas } from '../../lib/schemas/load.js';
import { validateManifest } from '../../lib/schemas/validate.js';
import { damage, diceOf, instanceOf } from '../support/crd-instances.js';
import { type CrdSchema, crdOracle } from '../support/crd-oracle.js';
import { describeUpstream, upstream } from '../support/upstream.js';

interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: CrdSchema };
    }[];
  };
}

const policies = [
  ...[
    'server',
    'server-authorization',
    'authorization-policy',
    'meshtls-authentication',
    'network-authentication',
  ],
  ...['egress-network', 'http-local-ratelimit-policy', 'httproute'],
];
const files = [
  'linkerd2/edge-26.8.3/links.multicluster.linkerd.io.crd.yaml',
  ...policies.map((name) => `linkerd2/edge-26.8.3/policy-crds/${name}.yaml`),
  'crds/gateway-api-v1.2.1/gateway.networking.k8s.io_httproutes.yaml',
  'crds/gateway-api-v1.2.1/gateway.networking.k8s.io_grpcroutes.yaml',
  'crds/split.smi-spec.io_trafficsplits.yaml',
  ...['applications', 'applicationsets', 'appprojects'].map((name) => `crds/argoproj.io_${name}.yaml`),
  ...['externalsecrets', 'clustersecretstores', 'pushsecrets'].map(
    (name) => `crds/external-secrets.io_${name}.yaml`,
  ),
  'crds/bitnami.com_sealedsecrets.yaml',
  ...['servicemonitors', 'podmonitors', 'prometheusrules'].map(
    (name) => `crds/monitoring.coreos.com_${name}.yaml`,
  ),
  ...['certificates', 'issuers', 'clusterissuers'].map((name) => `crds/cert-manager.io_${name}.yaml`),
  'crds/trust.cert-manager.io_bundles.yaml',
  'crds/trust-manager.io_clusterbundles.yaml',
];

describeUpstream('the schema of a custom kind', () => {
  test.each(files)('accepts and refuses what %s does', async (file) => {
    const { spec } = parse(readFileSync(upstream(file), 'utf8')) as Crd;
    let accepted = 0;
    let refused = 0;
    for (const version of spec.versions) {
      const apiVersion = `${spec.group}/${version.name}`;
      expect(hasSchema(apiVersion, spec.names.kind)).toBe(version.served);
      if (!version.served) continue;
      await loadSchemas([{ apiVersion, kind: spec.names.kind }]);
      const schema = version.schema.openAPIV3Schema;
      const accepts = crdOracle(schema);
      fc.assert(
        fc.property(fc.integer(), fc.nat(2), (seed, damages) => {
          const dice = diceOf(seed);
          const own = instanceOf(schema, dice) as Record<string, unknown>;
          for (let i = 0; i < damages; i++) damage(own, dice);
          const object = { ...own, apiVersion, kind: spec.names.kind, metadata: { name: 'any' } } as Manifest;
          const problems = validateManifest(object);
          expect(problems.length === 0, JSON.stringify([object, problems])).toBe(accepts(object));
          if (problems.length === 0) accepted += 1;
          else refused += 1;
        }),
        { numRuns: 200 },
      );
    }
    // both happen, or nothing would be compared
    expect(Math.min(accepted, refused)).toBeGreaterThan(0);
  });
});
