import { expect, test } from 'vitest';
import { meantExportLabel } from '../../lib/checks/meant-export-label.js';

test.each([
  'mirror.linkerd.io/export',
  'mirror.linkerd.io/exportd',
  'mirror.linkerd.io/exports',
  'mirror.linkerd.io/Exported',
  'mirror.linkerd.io/exporting',
  'mirrors.linkerd.io/exported',
  'mirror.linked.io/exported',
  'mirror.linkerd.com/exported',
  'mirror-linkerd.io/exported',
  'linkerd.io/exported',
  'multicluster.linkerd.io/exported',
  'multicluster.linkerd.io/export',
  'mirror.linkerd.io.exported',
])('takes %s for mirror.linkerd.io/exported', (key) => {
  expect(meantExportLabel(key)).toBe('mirror.linkerd.io/exported');
});

test.each([
  'mirror.linkerd.io/federate',
  'mirror.linkerd.io/federation',
  'mirror.linkerd.io/fedarated',
  'multicluster.linkerd.io/federated',
])('takes %s for mirror.linkerd.io/federated', (key) => {
  expect(meantExportLabel(key)).toBe('mirror.linkerd.io/federated');
});

test.each([
  'mirror.linkerd.io/exported',
  'mirror.linkerd.io/federated',
  'mirror.linkerd.io/mirrored-service',
  'mirror.linkerd.io/mirrored-gateway',
  'mirror.linkerd.io/headless-mirror-svc-name',
  'mirror.linkerd.io/cluster-name',
  'multicluster.linkerd.io/remote-discovery',
  'multicluster.linkerd.io/remote-service',
  'multicluster.linkerd.io/local-discovery',
  'linkerd.io/extension',
  'linkerd.io/control-plane-component',
  'linkerd.io/control-plane-ns',
  'linkerd.io/proxy-deployment',
  'acme.io/exported',
  'mirror.example.io/exported',
  'mirror.acme.io/exported',
  'exported',
  'federated',
  'app.kubernetes.io/exported-by',
  'app',
  '',
])('takes %j for no export', (key) => {
  expect(meantExportLabel(key)).toBeUndefined();
});
