import { describe, expect, test } from 'vitest';
import { withoutSecretValues } from '../../lib/guards/secret-lines.js';
import { growthOf } from '../support/growth.js';

const values = [
  '*hunter2',
  '|hunter2',
  '>hunter2',
  '!e!hunter2 x',
  '!<hunter2',
  '{hunter2',
  '{hunter2, hunter2}',
  '[hunter2',
  '- hunter2',
  '? hunter2',
  '"hunter2" hunter2',
  '"hunter2',
  'hunter2: hunter2',
  'hunter2',
  '`hunter2',
  '$hunter2',
  '12hunter2',
  '\n    hunter2',
  '\n    - hunter2',
  '\n    ? hunter2\n    : hunter2',
  '\n    <<: hunter2',
  '\n    hunter2: hunter2\n      hunter2',
  '|\n    a: hunter2\n   hunter2',
  '\n  - hunter2\n  - hunter2: x',
  '\n\n# of old\n\n  hunter2',
];

describe('the value of a key that is called password', () => {
  test.each(values)('is hidden to the end of its line and below: %j', (value) => {
    const text = `spec:\n  password: ${value}\n  other: fine\n`;
    const shown = withoutSecretValues(text);
    expect(shown).not.toContain('hunter');
    expect(shown).toContain('\n  other: fine\n');
    expect(shown.split('\n')).toHaveLength(text.split('\n').length);
  });

  test.each([
    '{"a": 1, "password": hunter2, "b": hunter2}',
    '- apiKey = hunter2',
    'db: { user: x, password: {hunter2, y} }',
    '# password: hunter2',
    '? password\n: hunter2',
    '- name: VAULT_TOKEN\n  value: *hunter2',
    'client-key-data: *hunter2',
    'auth: *hunter2',
    'credentials:\n  - hunter2',
    'secret: {hunter2',
  ])('is hidden wherever it stands: %j', (text) => {
    expect(withoutSecretValues(text)).not.toContain('hunter');
  });
});

describe('shows', () => {
  test.each([
    'credentials: { manual: {} }',
    'credentials:\n  externalSecrets:\n    store: vault-backend # of all\n    key: "a/{source}"',
    'clusterCredentialsSecret: cluster-credentials-hub',
    'automountServiceAccountToken: false',
    'token: "{{ .token }}"',
    'password: ""',
    'spec:\n  password:\n  other: { a: b }',
    'spec:\r\n  other: b',
    'kind: ExternalSecret\nspec:\n  data:\n    - secretKey: kubeconfig\n      remoteRef: { key: a }',
    'kind: Gateway\nspec:\n  certificateRefs:\n    - kind: Secret\n      name: tls',
  ])('what is no secret: %j', (text) => {
    expect(withoutSecretValues(text)).toBe(text.replaceAll('\r', ''));
  });
});

describe('of a document with a Secret', () => {
  test.each(values)('only the keys are shown, and who it is: %j', (value) => {
    const before = 'kind: Service\nmetadata: { name: a }\n---\n';
    const shown = withoutSecretValues(
      `${before}apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\ndata:\n  note: ${value}\n  other: hunter2\n`,
    );
    expect(shown).not.toContain('hunter');
    expect(shown).toContain(`${before}apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\ndata:\n  note:`);
    expect(shown).toContain('\n  other: [redacted]\n');
  });

  test.each([
    '{"kind":"Secret","data":{"note":"hunter2"}}',
    '{\n  "data": {\n    "note": *hunter2\n  },\n  "kind": "Secret"\n}',
    'kind: List\nitems:\n  - kind: !!str Secret\n    data: { note: hunter2 }',
    'kind Secret\ndata:\n  note: hunter2',
    'stringData:\n  note: hunter2',
    'kind: Secret\nmetadata:\n  name: x\n  annotations:\n    token: hunter2\n    last: \'{"a":"hunter2"}\'\n',
    'kind: Secret\nmetadata:\n  name: x\nnote: hunter2\n',
  ])('nothing else is: %j', (text) => {
    expect(withoutSecretValues(text)).not.toContain('hunter');
  });
});

test('takes four times as long for four times the length of lines that are made to be slow', () => {
  const slow = ['-', 'a ', '" ', '[{ ', '! ', 'password: ', '= ', '{{', ' #', 'kind '];
  const growth = growthOf((count) => {
    withoutSecretValues(slow.map((each) => each.repeat(count)).join('\n'));
  }, 25_000);
  expect(growth).toBeLessThan(8);
});

test.each([
  'spec:\n  privateKey:\n    algorithm: DSA\n    size: 256\n',
  'sources:\n  - serviceAccountToken:\n      expirationSeconds: "3607"\n      path: token\n',
  'automountServiceAccountToken: "no"\n',
  'secretKey: certKey\n',
  'patches:\n  - target: { kind: Secret, name: x }\n    merge: { a: b }\n  - merge:\n      data: { level: info }\neast: { gatewayy: {} }\n',
  'kind: Application\nspec:\n  ignoreDifferences:\n    - kind: Secret\n      jsonPointers: [/data]\n  values:\n    data: { port: 1 }\n',
  'kind: ConfigMap # no Secret here\ndata:\n  a: b\n',
])('shows settings of keys and tokens, and references to Secrets: %j', (text) => {
  expect(withoutSecretValues(text)).toBe(text);
});

test('hides a Secret of one line of millions of marks', () => {
  const text = `kind: Secret\nstringData:\n${'- '.repeat(3_900_000)}note: hunter2`;
  expect(withoutSecretValues(text)).not.toContain('hunter');
});
