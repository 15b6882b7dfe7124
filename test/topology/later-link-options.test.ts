import { describe, expect, test } from 'vitest';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import { configOf } from '../support/config-folder.js';

function told(release: string, options: string) {
  const { diagnostics } = openFleet(
    configOf(`name: duo
linkerd: { release: "${release}" }
clusters: { hub: { gateway: { address: gw.example.com } }, east: {} }
topology:
  - hubAndSpoke:
      hub: hub
      ${options}
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`),
  );
  return diagnostics.map(({ code, severity, line, column, path, why }) => ({
    text: `${severity} ${code} ${path ?? ''}`,
    place: `${line ?? 0}:${column ?? 0}`,
    why,
  }));
}

describe('options of Links', () => {
  test.each([
    ['2.17', 'excludedLabels: [team]', 'excludedLabels', 'edge-25.3.4 (2.18)'],
    ['edge-25.3.3', 'excludedAnnotations: [team]', 'excludedAnnotations', 'edge-25.3.4 (2.18)'],
    ['2.16', 'probe: { timeout: 5s }', 'probe.timeout', 'edge-24.9.3 (2.17)'],
    ['2.14', 'probe: { failureThreshold: 5 }', 'probe.failureThreshold', 'edge-24.9.3 (2.17)'],
    [
      '2.15',
      'federatedServiceSelector: { matchLabels: { a: b } }',
      'federatedServiceSelector',
      'edge-24.11.2 (2.17)',
    ],
  ])('reports that %s has no %s, and what has it', (release, option, path, since) => {
    const [only, ...others] = told(release, option);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      text: `warning LINK_OPTION_LATER topology[0].hubAndSpoke.${path}`,
      place: option.startsWith('probe') ? '7:16' : '7:7',
      why: expect.stringContaining(`${since} brought it`) as string,
    });
  });

  test('reports federated services as an error where the release has none', () => {
    expect(told('2.16', 'mode: federated').map(({ text }) => text)).toEqual([
      'error LINK_OPTION_LATER topology[0].hubAndSpoke.mode',
    ]);
  });

  test.each([
    ['2.18', 'excludedLabels: [team]'],
    ['2.17', 'mode: federated'],
    ['2.17', 'probe: { timeout: 5s, failureThreshold: 5 }'],
    ['2.14', 'probe: relaxed'],
  ])('takes what %s knows: %s', (release, option) => {
    expect(told(release, option)).toEqual([]);
  });
});
