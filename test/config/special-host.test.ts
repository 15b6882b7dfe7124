import { describe, expect, it } from 'vitest';
import { specialHost } from '../../lib/config/validate/special-host.js';

describe('an address that no other cluster can have', () => {
  it.each([
    'localhost',
    'LocalHost.',
    '127.0.0.1',
    '127.8.9.1',
    '::1',
    '0.0.0.0',
    '::',
    '169.254.1.1',
    'fe80::1',
    '224.0.0.251',
    'ff02::fb',
  ])('is %s', (host) => {
    expect(specialHost(host)).toBeDefined();
  });

  it.each([
    'gw.example.com',
    'localhost.example.com',
    '10.0.0.1',
    '128.0.0.1',
    '2001:db8::1',
    'fd00::1',
    '224.0.1.1',
    'fe80.example.com',
  ])('is not %s', (host) => {
    expect(specialHost(host)).toBeUndefined();
  });
});
