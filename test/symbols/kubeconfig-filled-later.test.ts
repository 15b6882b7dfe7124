import { expect, test } from 'vitest';
import { readKubeconfig } from '../../lib/symbols/kinds/kubeconfig.js';

const kubeconfig = (server: string, ca: string, token: string) => `apiVersion: v1
kind: Config
clusters:
  - name: hub
    cluster:
      server: ${server}
      certificate-authority-data: ${ca}
contexts: [{ name: hub, context: { cluster: hub, user: mirror } }]
current-context: hub
users:
  - name: mirror
    user:
      token: ${token}
`;

const problemsOf = (text: string) =>
  readKubeconfig({ value: text, path: 'stringData.kubeconfig', line: 1, column: 1 }, false).problems;

test.each([
  '<path:secret/data/hub#ca>',
  '<ca>',
  '$(CA)',
  '${CA}',
  'vault:secret/data/x#ca',
  'ref+vault://x',
  'op://a/b',
  '"@@CA@@"',
])('judges no type and no base64 of what something else fills in: %s', (ca) => {
  expect(problemsOf(kubeconfig('https://h:6443', ca, 'x'))).toEqual([]);
});

test('judges no port that something else fills in', () => {
  expect(problemsOf(kubeconfig('https://<host>:<port>', 'Y2E=', 'x'))).toEqual([]);
  expect(problemsOf(kubeconfig('https://h:99999', 'Y2E=', 'x'))).toHaveLength(1);
});
