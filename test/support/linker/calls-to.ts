import type { TestObject } from './own-fleet.js';

/** A configuration that names these Services of other clusters, `web-east.shop`, by the URLs that call them. */
export function callsTo(...names: readonly string[]): TestObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'urls', namespace: 'default' },
    data: { 'urls.txt': names.map((name) => `http://${name}.svc.cluster.local\n`).join('') },
  };
}
