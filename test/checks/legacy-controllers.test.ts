import { expect, it } from 'vitest';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';

/** A fleet of 2.17 whose controller `linkerd multicluster link` made, without one of its objects. */
function legacy(kind: string, name: string): TestFleet {
  const fleet = ownFleet();
  fleet.options = { facts: { release: '2.17' } };
  const controller = fleet.find('west', 'Deployment', 'controller-east');
  controller.metadata.labels = { ...controller.metadata.labels, component: 'service-mirror' };
  const { spec } = controller as unknown as {
    spec: { template: { spec: { containers: { args?: string[] }[] } } };
  };
  for (const container of spec.template.spec.containers)
    container.args = container.args?.filter((argument) => !argument.startsWith('-probe-service='));
  fleet.remove('west', kind, name);
  return fleet;
}

it('names the probe Service that a legacy controller dials, and what makes it', () => {
  const found = legacy('Service', 'probe-east')
    .check()
    .find(({ code }) => code === 'PROBE_SERVICE_MISSING');
  expect(found).toMatchObject({
    message: 'Link east probes a gateway, but there is no Service probe-gateway-east',
    why: expect.stringMatching('`probe-gateway-east`') as string,
    fix: expect.stringMatching('`linkerd multicluster link`') as string,
  });
});

it('asks for what `linkerd multicluster link` prints, where the chart makes no controllers', () => {
  const found = legacy('Deployment', 'controller-east')
    .check()
    .find(({ code }) => code === 'LINK_CONTROLLER_MISSING');
  expect(found?.why).toMatch('Up to 2.17');
  expect(found?.fix).toMatch('Deployment, ServiceAccount and RBAC of `linkerd-service-mirror-east`');
});
