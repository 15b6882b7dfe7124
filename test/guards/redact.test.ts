import { expect, test } from 'vitest';
import { redact } from '../../lib/guards/redact.js';

const bytes = ['wJalrXUtnFEMI', 'K7MDENG', `bPxRfiCYzQ9XkLm2Np`].join('/');
const digits = '0123456789abcdef'.repeat(4);

test.each([
  (secret: string) => `name: "${secret}"`,
  (secret: string) => `name: ${secret} # an old one`,
  (secret: string) => `  - ${secret}`,
  (secret: string) => `clusters: { hub: {}, ${secret}: {} }`,
  (secret: string) => `names: [east, '${secret}']`,
  (secret: string) => `${secret}: 1`,
  (secret: string) => `nothing reads \`${secret}\``,
])('hides encoded bytes wherever they stand: %s', (lineOf) => {
  for (const secret of [bytes, digits]) {
    expect(redact(lineOf(secret))).toBe(lineOf('[redacted]'));
  }
});

test.each([
  'name: linkerd-service-mirror-remote-access-production-12',
  'key: requiredDuringSchedulingIgnoredDuringExecution',
  'image: cr.l5d.io/linkerd/controller:edge-26.8.3',
  'see `clusters.internal.gateway.probe.nodePort` of the fleet',
])('shows what is none: %s', (line) => {
  expect(redact(line)).toBe(line);
});

test('leaves as many lines as there were, so that those below keep their numbers', () => {
  const key = ['-----BEGIN PRIVATE', 'KEY-----'].join(' ');
  const text = `a: |\n  ${key}\n  ${bytes}\n  ${bytes}\n  -----END x\nb: c`;
  expect(redact(text)).not.toContain(bytes);
  expect(redact(text).split('\n')).toHaveLength(6);
});
