import { describe, expect, it } from 'vitest';
import { specialHost } from '../../lib/config/validate/special-host.js';

describe('an address that no other cluster can have', () => {
  it.each([
    ['localhost', 'the loopback address of whoever looks it up'],
    ['LocalHost.', 'the loopback address of whoever looks it up'],
    ['127.0.0.1', 'a loopback address'],
    ['127.8.9.1', 'a loopback address'],
    ['::1', 'a loopback address'],
    ['0:0:0:0:0:0:0:1', 'a loopback address'],
    ['0.0.0.0', 'no address at all'],
    ['::', 'no address at all'],
    ['0::0', 'no address at all'],
    ['169.254.1.1', 'a link-local address'],
    ['fe80::1', 'a link-local address'],
    ['224.0.0.251', 'a multicast address of the local network'],
    ['ff02::fb', 'a multicast address of the local network'],
  ])('is %s: %s', (host, kind) => {
    expect(specialHost(host)).toBe(kind);
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
    'fe8::1',
    'ff0e::1',
  ])('is not %s', (host) => {
    expect(specialHost(host)).toBeUndefined();
  });
});
