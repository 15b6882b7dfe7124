import { expect, test } from 'vitest';
import { gatewayAddressProblem } from '../../lib/link/gateway-address.js';

test.each([
  'gw.example.com',
  'GW_1.example.com.',
  '203.0.113.7',
  '203.0.113.7,gw.example.com',
  '2001:db8::1',
  'gateway',
  '1a.example.com',
  '239.1.1.1',
])('finds %s', (address) => {
  expect(gatewayAddressProblem(address)).toBeUndefined();
});

test.each([
  ['gw.example.com:30143', 'holds a port'],
  ['[2001:db8::1]:4143', 'holds a port'],
  ['https://gw.example.com', 'holds a scheme'],
  [' gw.example.com ', 'holds a blank'],
  ['a.example.com, b.example.com', 'holds a blank'],
  ['a.example.com,', 'is empty'],
  ['', 'is empty'],
  ['gw.example.com/ready', 'neither a host name nor an IP address'],
  ['[2001:db8::1]', 'neither a host name nor an IP address'],
  ['-gw.example.com', 'neither a host name nor an IP address'],
  [`${'x'.repeat(64)}.example.com`, 'neither a host name nor an IP address'],
  ['203.0.113.700', 'no IP address'],
  ['127.0.0.1', 'is a loopback address, which the API server refuses in Endpoints'],
  ['::1', 'is a loopback address'],
  ['fe80::1', 'is a link-local address'],
  ['224.0.0.1', 'is a multicast address of the local network'],
  ['localhost', 'is the loopback address'],
])('reports %j, which %s', (address, problem) => {
  expect(gatewayAddressProblem(address)).toMatchObject({
    code: 'LINK_ADDRESS_FORM',
    message: expect.stringContaining(problem) as string,
  });
});

test('a port in the address is told apart from the rest', () => {
  expect(gatewayAddressProblem('gw.example.com:30143')?.fix).toContain("30143 as the gateway's port");
});
