import { describe, expect, it } from 'vitest';
import { check } from '../../lib/checks/check.js';
import type { Rule } from '../../lib/checks/rule.js';
import { symbolsOf, symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';
import { service } from '../support/linker/own-fleet.js';

describe('check', () => {
  it('applies a rule of a third party', () => {
    const noPlainNames: Rule = {
      code: 'X_TEAM_LABEL',
      group: 'yours',
      severity: 'warning',
      title: 'an exported Service without a team',
      why: 'Nobody knows whom to call when the mirror fails.',
      fix: 'add label `team`',
      source: 'https://example.com/handbook/blob/v1/labels.md',
      symptoms: ['nobody answers the page'],
      check(fleet, report) {
        for (const { symbols } of fleet.clusters) {
          for (const each of symbols.services) {
            if (each.labels['mirror.linkerd.io/exported'] === undefined || each.labels.team !== undefined)
              continue;
            report({ at: each, field: each, message: `Service ${each.name} names no team` });
          }
        }
      },
    };
    const fleet = ownFleet();
    fleet.options = { rules: [noPlainNames] };
    expect(
      fleet
        .check()
        .filter((d) => d.code === 'X_TEAM_LABEL')
        .map((d) => d.message),
    ).toEqual(['Service web names no team', 'Service db names no team']);
  });

  it('reports a missing fact once, with every cluster it is missing for', () => {
    const fleet = ownFleet();
    fleet.remove('east', 'ConfigMap', 'linkerd-config');
    const facts = fleet
      .check()
      .filter((d) => d.code === 'FACT_UNKNOWN' && d.message.includes('trust domain'));
    expect(facts.map((d) => [d.severity, d.message])).toEqual([
      ['info', 'cannot tell the trust domain and cluster domain: east'],
    ]);
  });

  it.each([
    ['trustDomain', 'clusterDomain', 'cluster domain'],
    ['clusterDomain', 'trustDomain', 'trust domain'],
  ])('names only what is missing where the facts tell the %s', (known, missing, named) => {
    const fleet = ownFleet();
    fleet.remove('east', 'ConfigMap', 'linkerd-config');
    fleet.options = { facts: { [known]: 'cluster.local' } };
    const facts = fleet.check().filter((d) => d.code === 'FACT_UNKNOWN' && d.message.includes('domain'));
    expect(facts.map(({ message }) => message)).toEqual([`cannot tell the ${named}: east`]);
    expect(facts[0]?.fix).toContain(`\`${missing}\``);
    expect(facts[0]?.fix).not.toContain(`\`${known}\``);
  });

  describe('of trust anchors', () => {
    const unknown = (fleet: TestFleet) =>
      fleet
        .check()
        .filter((d) => d.code === 'FACT_UNKNOWN' && d.message.includes('trust anchors'))
        .map(({ message }) => message);

    it('says that it cannot tell those of one end', () => {
      const fleet = ownFleet();
      fleet.remove('east', 'ConfigMap', 'linkerd-config');
      expect(unknown(fleet)).toEqual(['cannot tell which trust anchors the control planes use: east']);
    });

    it('asks for none where no control plane is among the files', () => {
      const fleet = ownFleet();
      for (const cluster of ['west', 'east']) fleet.remove(cluster, 'ConfigMap', 'linkerd-config');
      expect(unknown(fleet)).toEqual([]);
    });
  });

  it('reports the same from objects as from text', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayPort', '30144');
    const clusters = Object.entries(fleet.clusters).map(([name, objects]) =>
      symbolsOf(
        name,
        objects.map((object) => ({ object, file: `${name}.yaml` })),
      ),
    );
    const messages = (each: { code: string; message: string }) => `${each.code} ${each.message}`;
    expect(check({ clusters }).map(messages).sort()).toEqual(fleet.check().map(messages).sort());
  });

  it('reports the same in any order of clusters', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayPort', '30144');
    const symbols = Object.entries(fleet.clusters).map(([name, objects]) =>
      symbolsOf(
        name,
        objects.map((object) => ({ object })),
      ),
    );
    expect(check({ clusters: symbols })).toEqual(check({ clusters: [...symbols].reverse() }));
  });

  it('keeps what --only and --severity leave in', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayPort', '30144');
    fleet.set(fleet.link, 'spec.probeSpec.path', '/health');
    fleet.options = { only: ['PROBE_PATH'] };
    expect(fleet.check().map((d) => d.code)).toEqual(['PROBE_PATH']);
    fleet.options = { severity: 'error' };
    expect(fleet.check().map((d) => d.code)).toEqual(['GATEWAY_PORT_MISMATCH']);
    fleet.options = { severity: 'warning', skip: ['GATEWAY_PORT_MISMATCH'] };
    expect(fleet.check().map((d) => d.code)).toEqual(['PROBE_PATH']);
  });
});

describe('suppressions', () => {
  const broken = () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayPort', '30144');
    return fleet;
  };
  const codes = (fleet: ReturnType<typeof broken>) =>
    fleet
      .check()
      .map((d) => d.code)
      .filter((code) => code !== 'FACT_UNKNOWN');

  it.each([undefined, 'west', 'west → east', 'Link/east', 'Link/linkerd-multicluster/east', 'west.yaml'])(
    'take a finding out at %s',
    (where) => {
      const fleet = broken();
      fleet.options = {
        suppressions: [
          {
            code: 'GATEWAY_PORT_MISMATCH',
            reason: 'mapped by a firewall',
            ...(where === undefined ? {} : { where }),
          },
        ],
      };
      expect(codes(fleet)).toEqual([]);
    },
  );

  it('reports a suppression that suppresses nothing', () => {
    const fleet = broken();
    fleet.options = { suppressions: [{ code: 'GATEWAY_PORT_MISMATCH', where: 'north', reason: 'mapped' }] };
    expect(codes(fleet).sort()).toEqual(['GATEWAY_PORT_MISMATCH', 'SUPPRESSION_UNUSED']);
  });

  it('reports a suppression without a reason', () => {
    const fleet = broken();
    fleet.options = { suppressions: [{ code: 'GATEWAY_PORT_MISMATCH', reason: ' ' }] };
    expect(codes(fleet).sort()).toEqual(['GATEWAY_PORT_MISMATCH', 'SUPPRESSION_FORM']);
  });

  it('stand beside an object as an annotation', () => {
    const fleet = broken();
    fleet.link.metadata.annotations = {
      ...fleet.link.metadata.annotations,
      'linkspan.io/suppress': 'GATEWAY_PORT_MISMATCH: mapped by a firewall',
    };
    expect(codes(fleet)).toEqual([]);
  });

  it('stand in a document as a comment', () => {
    const text = (comment: string) =>
      `${comment}apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations: { mirror.linkerd.io/exported: "true" }\n`;
    const codesFor = (comment: string) =>
      check({ clusters: [symbolsOfTexts('one', [{ file: 'a.yaml', text: text(comment) }]).symbols] }).map(
        (d) => d.code,
      );
    expect(codesFor('')).toEqual(['EXPORT_ANNOTATION']);
    expect(codesFor('# linkspan: suppress EXPORT_ANNOTATION: an example of what not to do\n')).toEqual([]);
    expect(codesFor('# linkspan: suppress EXPORT_VALUE: wrong code\n').sort()).toEqual([
      'EXPORT_ANNOTATION',
      'SUPPRESSION_UNUSED',
    ]);
  });
});

describe('the target of a Link', () => {
  it('is found by the name that the fleet’s facts give it', () => {
    const fleet = ownFleet();
    fleet.clusters.hub = fleet.clusters.east ?? [];
    Reflect.deleteProperty(fleet.clusters, 'east');
    fleet.set(fleet.link, 'spec.gatewayPort', '30144');
    expect(fleet.check().some((d) => d.code === 'GATEWAY_PORT_MISMATCH')).toBe(false);
    fleet.options = { facts: { clusters: { east: { argocdName: 'hub' } } } };
    expect(fleet.check().some((d) => d.code === 'GATEWAY_PORT_MISMATCH')).toBe(true);
  });

  it('is not guessed when two gateways have its node ports', () => {
    const fleet = ownFleet();
    fleet.clusters.a = fleet.clusters.east ?? [];
    fleet.clusters.b = [...fleet.clusters.a, service('more', {})];
    Reflect.deleteProperty(fleet.clusters, 'east');
    expect(
      fleet
        .check()
        .some((d) => d.code === 'FACT_UNKNOWN' && d.message.includes('which of the given clusters')),
    ).toBe(true);
  });
});
