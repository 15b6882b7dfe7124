import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.js';
import { diagnoseManifest } from '../../../lib/schemas/diagnose.js';
import { loadSchemas } from '../../../lib/schemas/load.js';
import type { CommandExample } from './command-example.js';

/** What the schema of a kind says of an object with this spec; of a Link unless told otherwise. */
function schema(
  spec: Record<string, unknown>,
  type = { apiVersion: 'multicluster.linkerd.io/v1alpha3', kind: 'Link' },
): CommandExample {
  const object = { ...type, metadata: { name: 'hub', namespace: 'linkerd-multicluster' }, spec };
  const report = async (): Promise<readonly Diagnostic[]> => {
    await loadSchemas([object]);
    return diagnoseManifest(object);
  };
  return { steps: [{ args: [], report }] };
}

const linkSpec = {
  clusterCredentialsSecret: 'cluster-credentials-hub',
  gatewayAddress: 'gateway.example.com',
  gatewayIdentity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
  gatewayPort: '4143',
  probeSpec: { failureThreshold: '3', path: '/ready', period: '3s', port: '4191', timeout: '30s' },
  targetClusterDomain: 'cluster.local',
  targetClusterLinkerdNamespace: 'linkerd',
  targetClusterName: 'hub',
};

/** What makes the schemas report each of their codes. */
export const schemaExamples: Readonly<Record<string, CommandExample>> = {
  SCHEMA_UNKNOWN_FIELD: schema({ ...linkSpec, excludeLabels: ['a'] }),
  SCHEMA_MISSING_FIELD: schema({ ports: [{ name: 'http' }] }, { apiVersion: 'v1', kind: 'Service' }),
  SCHEMA_TYPE: schema({ ...linkSpec, gatewayPort: 4143 }),
  SCHEMA_VALUE: schema(
    { hostnames: ['gateway example'] },
    { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  ),
};
