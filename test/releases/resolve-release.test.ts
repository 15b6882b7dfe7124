import { describe, expect, test } from 'vitest';
import { EDGES } from '../../lib/releases/published.js';
import { resolveRelease } from '../../lib/releases/resolve-release.js';

function facts(text: string) {
  const { release } = resolveRelease(text);
  if (release === undefined) throw new Error(`no release ${text}`);
  return release.facts;
}

describe('a release', () => {
  test.each([
    ['edge-26.8.3', 'edge-26.8.3'],
    ['edge-25.1.1', 'edge-25.1.1'],
    ['edge-24.11.8', 'edge-24.11.8'],
    ['2.14', 'stable-2.14.10'],
    ['stable-2.14.3', 'stable-2.14.3'],
    ['2.15', 'edge-24.2.4'],
    ['2.18', 'edge-25.4.4'],
    ['stable-2.19', 'edge-25.10.7'],
    ['version-2.20', 'edge-26.6.3'],
    ['2.20.0', 'edge-26.6.3'],
  ])('%s stands for %s', (text, name) => {
    expect(resolveRelease(text)).toMatchObject({ release: { name, written: text }, diagnostics: [] });
  });

  test.each(EDGES)('%s is known', (name) => {
    expect(resolveRelease(name).diagnostics).toStrictEqual([]);
  });

  test('newer than the newest verified is that one, with a warning', () => {
    for (const text of ['edge-26.8.4', 'edge-27.1.1', '2.21', 'stable-2.30.1']) {
      const { release, diagnostics } = resolveRelease(text);
      expect(release?.facts).toStrictEqual(facts('edge-26.8.3'));
      expect(diagnostics).toMatchObject([{ code: 'RELEASE_UNVERIFIED', severity: 'warning' }]);
      expect(diagnostics[0]?.message).toContain('edge-26.8.3');
    }
  });

  test('of a line without patches is the line, with a warning', () => {
    expect(resolveRelease('2.18.3')).toMatchObject({
      release: { name: 'edge-25.4.4' },
      diagnostics: [{ code: 'RELEASE_PATCH', severity: 'warning' }],
    });
  });

  test.each([
    ['', 'RELEASE_MALFORMED'],
    ['latest', 'RELEASE_MALFORMED'],
    ['edge-26.8', 'RELEASE_MALFORMED'],
    ['edge-26.08.3', 'RELEASE_MALFORMED'],
    ['edge-26.13.1', 'RELEASE_MALFORMED'],
    ['v2.18', 'RELEASE_MALFORMED'],
    ['2.2O', 'RELEASE_MALFORMED'],
    ['22.1', 'RELEASE_MALFORMED'],
    ['2.180', 'RELEASE_MALFORMED'],
    ['stable-3.0', 'RELEASE_MALFORMED'],
    ['25.13.1', 'RELEASE_MALFORMED'],
    ['2.13', 'RELEASE_TOO_OLD'],
    ['stable-2.9.1', 'RELEASE_TOO_OLD'],
    ['edge-24.11.7', 'RELEASE_TOO_OLD'],
    ['edge-25.4.9', 'RELEASE_UNPUBLISHED'],
    ['stable-2.14.11', 'RELEASE_UNPUBLISHED'],
  ])('reports %j as %s, naming what to write', (text, code) => {
    const { release, diagnostics } = resolveRelease(text);
    expect(release).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, severity: 'error' }]);
    expect(diagnostics[0]?.fix).toMatch(/edge-2\d\.\d+\.\d+|stable-2\.14\.10/);
  });
});

describe('text that is no release', () => {
  test.each([
    ['25.4.4', 'edge-25.4.4'],
    ['2025.4.4', 'edge-25.4.4'],
    ['2026.8.3', 'edge-26.8.3'],
    ['30.11.11', 'stable-2.14.10'],
    ['30.12.19-edge', '2.15'],
  ])('but its number without prefix, or a version of the chart, is told what to write: %s', (text, name) => {
    expect(resolveRelease(text)).toMatchObject({
      release: undefined,
      diagnostics: [{ code: 'RELEASE_MALFORMED', fix: `write \`${name}\`` }],
    });
  });
});

describe('the timeline', () => {
  test('brings each change to the releases from its own on', () => {
    expect(facts('edge-26.4.1').adminPolicies).toBe(true);
    expect(facts('edge-26.3.3').adminPolicies).toBe(false);
    expect(facts('edge-25.3.3').controllersReadLinksIn).toBe('ClusterRole');
    expect(facts('edge-25.3.4').controllersReadLinksIn).toBe('Role');
    expect(facts('edge-25.1.1').linkProbePeriodIsBareNumber).toBe(true);
    expect(facts('edge-25.1.2').linkProbePeriodIsBareNumber).toBe(false);
  });

  test('brings patches of 2.14 what they took from later edge releases, and nothing else', () => {
    expect(facts('stable-2.14.5').pullSecrets).toBe(false);
    expect(facts('stable-2.14.6').pullSecrets).toBe(true);
    expect(facts('stable-2.14.10').serverApiVersion).toBe('policy.linkerd.io/v1beta1');
  });

  test('tells which release brings a value', () => {
    const { release } = resolveRelease('2.16');
    expect(release?.lacks('localServiceMirror.replicas')?.edge).toBe('edge-24.11.2');
    expect(release?.lacks('gateway.loadBalancerClass')).toBeUndefined();
  });
});
