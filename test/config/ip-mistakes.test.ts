import { describe, expect, it, test } from 'vitest';
import { checkValues } from '../../lib/config/check-values.js';
import { ipAddressMistake, ipRangeMistake } from '../../lib/config/validate/ip-mistakes.js';

describe('an IP address', () => {
  it.each(['', '203.0.113.7', '0.0.0.0', ' 203.0.113.7\n', '2001:db8::1', '::ffff:192.0.2.1'])(
    'may be %j',
    (text) => {
      expect(ipAddressMistake(text)).toBeUndefined();
    },
  );

  it.each([
    ['300.1.2.3', 'write four numbers up to 255'],
    ['203.0.113', 'write four numbers up to 255'],
    ['203.0.113.7/32', 'write `203.0.113.7`'],
    ['203.0.113.7:443', 'write `203.0.113.7`'],
    ['[2001:db8::1]', 'write `2001:db8::1`'],
    ['203.0.113.7, 203.0.113.8', 'write one address, such as `203.0.113.7`'],
    [
      'gw.example.com',
      'write the address itself; a name belongs into `gateway.address` of the cluster in the fleet file',
    ],
  ])('reports %j', (text, fix) => {
    expect(ipAddressMistake(text)).toMatchObject({ message: `\`${text}\` is no IP address`, fix });
  });
});

describe('a range of IP addresses', () => {
  it.each(['10.0.0.0/8', '0.0.0.0/0', '10.1.2.3/32', ' 10.0.0.0/8 ', '010.0.0.00/08', 'fd00::/8', '::/0'])(
    'may be %j',
    (text) => {
      expect(ipRangeMistake(text)).toBeUndefined();
    },
  );

  it.each([
    ['10.0.0.1', 'write `10.0.0.1/32` for this one address'],
    ['2001:db8::1', 'write `2001:db8::1/128` for this one address'],
    ['10.0.0.0/33', 'write a prefix of at most 32 bits'],
    ['fd00::/129', 'write a prefix of at most 128 bits'],
    ['10.0.0/8', 'write an address and the length of its prefix, such as `10.0.0.0/8`'],
    ['10.0.0.0-10.0.0.9', 'write an address and the length of its prefix, such as `10.0.0.0/8`'],
    ['', 'write an address and the length of its prefix, such as `10.0.0.0/8`'],
  ])('reports %j', (text, fix) => {
    expect(ipRangeMistake(text)).toMatchObject({ message: `\`${text}\` is no range of IP addresses`, fix });
  });
});

test('reports an item of `loadBalancerSourceRanges` that is none', () => {
  const values = { gateway: { loadBalancerSourceRanges: ['10.0.0.0/8', '10.0.0.1'] } };
  const found = checkValues(values, { placeOf: () => ({}), spellingOf: () => undefined });
  expect(found.map(({ code, path }) => `${code} ${path ?? ''}`)).toEqual([
    'CONFIG_FORMAT gateway.loadBalancerSourceRanges[1]',
  ]);
});

test('reports a `loadBalancerIP` of the gateway that is none', () => {
  const placeOf = () => ({});
  const told = (loadBalancerIP: string) =>
    checkValues({ gateway: { loadBalancerIP } }, { placeOf, spellingOf: () => undefined }).map(
      ({ code, path, message }) => `${code} ${path ?? ''} ${message}`,
    );
  expect(told('203.0.113.7')).toEqual([]);
  expect(told('gw.example.com')).toEqual([
    'CONFIG_FORMAT gateway.loadBalancerIP `gateway.loadBalancerIP`: `gw.example.com` is no IP address',
  ]);
});
