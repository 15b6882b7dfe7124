import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { chartObjects } from '../../../lib/chart/chart.js';
import type { ChartValues } from '../../../lib/chart/values.js';
import { derivedRenders, goldenObjects, RELEASE_FOLDERS } from '../../support/chart-cases.js';
import { Exemptions } from '../../support/exemptions.js';
import { describeUpstream, upstream } from '../../support/upstream.js';

/** What upstream's golden tests set. */
const INPUTS: Readonly<Record<string, ChartValues>> = {
  install_default: {},
  install_psp: { enablePSP: true },
  install_ha: { enablePSP: true, gateway: { replicas: 3 }, enablePodAntiAffinity: true },
  install_healthcheck_nodeport: {
    gateway: {
      serviceType: 'LoadBalancer',
      serviceExternalTrafficPolicy: 'Local',
      healthCheckNodePort: 30000,
    },
  },
};

/** Upstream's goldens keep the placeholders that packaging fills. */
const linkerdVersion = 'linkerdVersionValue';

const namespace = 'linkerd-multicluster';

describeUpstream('upstream goldens', () => {
  const exemptions = new Exemptions('cli');
  const inOrder = (objects: readonly unknown[]) =>
    objects.map((object) => JSON.stringify(exemptions.comparable(object))).sort();

  describe.each(RELEASE_FOLDERS)('of $release', ({ folder, release }) => {
    const goldens = Object.entries(INPUTS).filter(([name]) =>
      existsSync(upstream(`linkerd2/${folder}/${name}.yaml`)),
    );

    test.each(goldens)('%s is equal, object for object', (name, values) => {
      const { objects, diagnostics } = chartObjects({ release, values, namespace, linkerdVersion });
      expect(diagnostics).toStrictEqual([]);
      expect(inOrder(objects)).toStrictEqual(
        inOrder(exemptions.expected(goldenObjects(`linkerd2/${folder}/${name}.yaml`))),
      );
    });

    test.each(derivedRenders(folder))(
      'derived render $name is equal, or refused as it fails',
      ({ values, expected }) => {
        const { objects } = chartObjects({ release, values, namespace, linkerdVersion, parity: 'exact' });
        const ours = objects.filter((object) => object.kind !== 'CustomResourceDefinition');
        expect(inOrder(ours)).toStrictEqual(
          expected === undefined ? [] : inOrder(exemptions.expected(goldenObjects(expected))),
        );
      },
    );
  });

  afterAll(() => {
    expect(exemptions.unused()).toStrictEqual([]);
  });
});
