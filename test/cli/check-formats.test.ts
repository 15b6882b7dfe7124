import { describe, expect, it } from 'vitest';
import { folder, type Json, run, writeFleet, wrongPort } from '../support/check-folder.js';

describe('linkspan check', () => {
  it('prints JSON with a summary', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--severity', 'error', '--format', 'json');
    const { diagnostics, summary } = JSON.parse(out) as Json;
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'GATEWAY_PORT_MISMATCH',
      severity: 'error',
      cluster: 'west',
      link: 'west → east',
      object: {
        apiVersion: 'multicluster.linkerd.io/v1alpha3',
        kind: 'Link',
        namespace: 'linkerd-multicluster',
        name: 'east',
      },
      path: 'spec.gatewayPort',
      file: 'FOLDER/west/all.yaml',
      related: [{ cluster: 'east', file: 'FOLDER/east/all.yaml' }],
      docs: 'docs/rules.md#gateway_port_mismatch',
    });
    expect(summary).toEqual({ errors: 1, warnings: 0, infos: 0, clusters: 2, links: 1, objects: 41 });
  });

  it('prints workflow commands with escaped texts', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--severity', 'error', '--format', 'github');
    expect(out).toMatch(
      /^::error file=FOLDER\/west\/all\.yaml,line=\d+,col=16,title=GATEWAY_PORT_MISMATCH::Link east calls.*%0Asee: .*%0Awhy: .*%0Afix: .*\n$/,
    );
  });

  it('prints SARIF whose results name a rule that the run lists', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--format', 'sarif');
    const { version, runs } = JSON.parse(out) as {
      version: string;
      runs: {
        tool: { driver: { name: string; rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string }[];
      }[];
    };
    const [first] = runs;
    expect([version, first?.tool.driver.name]).toEqual(['2.1.0', 'linkspan']);
    expect(first?.results.map((each) => each.ruleId)).toEqual(
      first?.results.map((each) => first.tool.driver.rules[each.ruleIndex]?.id),
    );
    expect(first?.results.map((each) => each.level)).toEqual(['error']);
  });

  it('prints every result of SARIF with its place, and what has none as a notification of the run', async () => {
    writeFleet(wrongPort());
    const { out } = await run('check', folder, '--format', 'sarif');
    const { runs } = JSON.parse(out) as {
      runs: {
        results: { locations: { physicalLocation?: object }[] }[];
        invocations: { toolExecutionNotifications: { associatedRule: object; level: string }[] }[];
      }[];
    };
    const [{ results, invocations }] = runs as [(typeof runs)[number]];
    expect(results.map(({ locations }) => locations[0]?.physicalLocation)).toEqual([
      expect.objectContaining({ artifactLocation: { uri: expect.any(String) as string } }),
    ]);
    expect(invocations[0]?.toolExecutionNotifications.map(({ associatedRule }) => associatedRule)).toEqual(
      Array(3).fill({ id: 'FACT_UNKNOWN', index: 0 }),
    );
  });
});
