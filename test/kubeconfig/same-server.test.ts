import { expect, test } from 'vitest';
import { sameServer } from '../../lib/kubeconfig/same-server.js';

const server = 'https://api.example.com';

test.each(['https://api.example.com/', 'https://API.example.com:443', 'HTTPS://api.example.com:443//'])(
  '%s is the same',
  (other) => {
    expect(sameServer(server, other)).toBe(true);
  },
);

test.each([
  'http://api.example.com',
  'https://api.example.com:6443',
  'https://api.example.com/a',
  'https://api.example.com.',
  'http://api.example.com:443',
])('%s is another', (other) => {
  expect(sameServer(server, other)).toBe(false);
});

test('paths differ in case', () => {
  expect(sameServer(`${server}/k8s/A`, `${server}/k8s/a`)).toBe(false);
});
