import { expect, test } from 'vitest';
import { ask, secret, webPods, whole, without, web } from '../../support/reach-world.js';
import { service } from '../../support/manifests.js';

const labels = {
  flat: { 'mirror.linkerd.io/exported': 'remote-discovery' },
  federated: { 'mirror.linkerd.io/federated': 'member' },
};

function chainOf(
  mode: keyof typeof labels,
  networks: { readonly west?: string[]; readonly east?: string[] },
) {
  return ask({
    west: [...whole.west, secret('linkerd')],
    east: [...without(whole.east, web), service('web', { labels: labels[mode] }), webPods],
    facts: { clusters: { west: { networks: networks.west }, east: { networks: networks.east } } },
  });
}

const verdictOf = (...asked: Parameters<typeof chainOf>) =>
  chainOf(...asked).steps.find(({ check }) => check === 'pod network')?.verdict;

test.each(['flat', 'federated'] as const)('nobody knows whether pods of a %s Service are reached', (mode) => {
  expect(verdictOf(mode, {})).toBe('unknown');
  expect(verdictOf(mode, { west: ['a'] })).toBe('unknown');
  expect(chainOf(mode, {}).answer).toBe('cannot tell');
});

test('they are where both clusters are on one network', () => {
  expect(verdictOf('flat', { west: ['a', 'b'], east: ['b'] })).toBe('yes');
});

test('they are not where the networks that are told differ', () => {
  expect(verdictOf('flat', { west: ['a'], east: ['b'] })).toBe('no');
});

test('a flat Service asks for no gateway, and one behind a gateway for no network', () => {
  expect(chainOf('flat', {}).steps.map(({ check }) => check)).not.toContain('gateway of the Link');
  expect(ask().steps.map(({ check }) => check)).not.toContain('pod network');
});
