import { describe, expect, it, test } from 'vitest';
import { checkValues } from '../../lib/config/check-values.js';
import { ipAddressMistake } from '../../lib/config/validate/ip-mistakes.js';

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
