import { expect, test } from 'vitest';
import { firstWith } from '../../lib/releases/first-with.js';

test('a fact that came is dated by the release that brought it', () => {
  expect(firstWith('undeclaredPortsRefused')).toBe('edge-25.7.1');
});

test('a fact that went is dated by the release that ended it', () => {
  expect(firstWith('headlessCleanupCrossesNamespaces')).toBe('edge-26.5.1');
});

test('a fact that changed twice is dated by the first change', () => {
  expect(firstWith('linkVersions')).toBe('edge-24.11.1');
});

test('a value is dated by the change that set it', () => {
  expect(firstWith('serverApiVersion', 'policy.linkerd.io/v1beta3')).toBe('edge-24.7.4');
});
