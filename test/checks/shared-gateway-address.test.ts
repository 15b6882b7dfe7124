import { expect, test } from 'vitest';
import { compiledText } from '../support/compiled.js';

/** What is told of two targets at one address, `port` being that of the second. */
async function told(address: string, links: readonly string[], port = 4143): Promise<string[]> {
  const { diagnostics } = await compiledText(`name: two
linkerd: { release: edge-26.8.2 }
clusters:
  hub1: { gateway: { address: ${address} } }
  hub2: { gateway: { address: ${address}, port: ${port} } }
  a: {}
  b: {}
  c: {}
topology:
${links.map((link) => `  - link: { source: ${link.replace('>', ', target: ')} }\n`).join('')}
credentials: { manual: {} }
`);
  return diagnostics
    .filter(({ code }) => code === 'GATEWAY_ADDRESS_MISMATCH')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

const apart = ['a>hub1', 'b>hub2', 'c>hub2'];

test('two targets at one address are told of once, however many Links call them', async () => {
  const calls = 'call the gateways of two clusters at gw.example.com, port 4143';
  expect(await told('gw.example.com', apart)).toEqual([`warning: a → hub1 and b → hub2 ${calls}`]);
  expect(await told('gw.example.com', [...apart, 'c>hub1'])).toHaveLength(1);
});

test('two ports of one address may lead to two targets', async () => {
  expect(await told('gw.example.com', apart, 5143)).toEqual([]);
});

test('a private address may be another machine’s for another source, but not for the same one', async () => {
  expect(await told('10.0.0.7', apart)).toEqual([]);
  expect(await told('10.0.0.7', [...apart, 'c>hub1'])).toEqual([
    'warning: c → hub1 and c → hub2 call the gateways of two clusters at 10.0.0.7, port 4143',
  ]);
});
