import { expect, it } from 'vitest';
import { findLeaks } from '../../lib/guards/leak.js';

function kubeconfig(credential: string, head = 'clusters: []\ncontexts: []\n'): string {
  return `apiVersion: v1\nkind: Config\n${head}users:\n- name: a\n  user:\n    ${credential}\n`;
}

/** The same text wherever a file may hold it. */
function disguised(text: string): readonly string[] {
  const indented = text.replaceAll(/^/gm, '    ');
  return [
    text,
    `data:\n  note: |\n${indented}`,
    JSON.stringify({ data: { note: text } }),
    JSON.stringify({ note: JSON.stringify({ note: text }) }),
    `note: ${Buffer.from(text).toString('base64')}`,
  ];
}

it.each([
  'password: "!Summer2024"',
  'password: "{Summer2024"',
  'password: "%Summer2024"',
  "password: '*Summer2024'",
  'password: "&Summer2024"',
  'password: "<Summer2024"',
  "password: '>Summer2024'",
  'password: -Summer2024',
  'password: .hunter2hunter',
  'password: ~tr0ub4dor',
  'password: $ecretPassw0rd',
  'password: changeme2024',
  'password: Change-9fK2xPq7L',
  'password: yourMother1975',
  'password: xxx-Real-Secret-42',
  'password: changeme#1',
  'password: "{{ .user }}hunter2"',
  'password: |\n      hunter2',
  'password: >-\n\n      hunter2',
  'password: |2 # as it is\n      hunter2',
  'password: &a hunter2hunter',
  'password: !!str hunter2hunter',
  'password: !!str &a |\n      hunter2hunter',
  'username: &a hunter2hunter\n    password: *a',
  '{"password":"!Summer2024"}',
])('reports what only begins like a placeholder, and what stands behind a mark: %s', (credential) => {
  for (const text of disguised(kubeconfig(credential))) expect(findLeaks(text), text).not.toEqual([]);
});

it.each([
  'token: {{ .token }}',
  'token: "{{ .token }}"',
  'token: "{{ index . \\"token\\" }}"',
  'token: {{ with .data }}{{ .token }}{{ end }}',
  'token: "{{ .token | b64dec }}" # of the store',
  'token: |\n      {{ .token }}',
  'token: &t "{{ .token }}"',
  'token: &t {{ .token }}\n    password: *t',
  'token: $TOKEN',
  'token: ${TOKEN}',
  'token: $(SERVICE_ACCOUNT_TOKEN_1)',
  'token: <token>',
  'token: <your token here>',
  'token: <path:secret/data/hub#token>',
  'token: %TOKEN%',
  'token: ~',
  'token: null',
  'token: ""',
  'token: "****"',
  'token: ...',
  'token: xxx',
  'token: XXXX-XXXX',
  'token: REDACTED',
  'client-key-data: DATA+OMITTED',
  'token: TOKEN',
  'password: changeme',
  'password: change-me',
  'token: replace-me',
  'token: REPLACE_WITH_YOUR_TOKEN',
  'token: your-token-here',
  '{"token":"{{ .token }}","password":"<password>"}',
  'token: {"type": "string"}',
])('passes a placeholder: %s', (credential) => {
  for (const text of disguised(kubeconfig(credential))) expect(findLeaks(text), text).toEqual([]);
});

it.each(['', 'clusters: []\n', 'contexts: []\n'])('reports a kubeconfig of %j and users', (head) => {
  for (const text of disguised(kubeconfig('password: hunter2', head))) {
    expect(findLeaks(text), text).not.toEqual([]);
  }
});

it('takes no list of users for a kubeconfig', () => {
  for (const text of [
    'users:\n- name: a\n  password: named-by-secret\n',
    'clusters:\n- name: a\nusers:\n- name: a\n  token: named-by-secret\n',
  ]) {
    expect(findLeaks(text), text).toEqual([]);
  }
});

it('stays fast where a text nearly is one', () => {
  const slow = ['password: ', 'password: !a ', 'password: |\\\\', '\\', 'password: {{ ', ' your-your', '&a '];
  for (const text of slow) {
    expect(() => findLeaks(kubeconfig(`x: ${text.repeat(100_000 / text.length)}`))).not.toThrow();
    expect(() => findLeaks(kubeconfig(`password: |${text.repeat(100_000 / text.length)}`))).not.toThrow();
  }
}, 10_000);
