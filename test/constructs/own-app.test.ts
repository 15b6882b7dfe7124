import { App, Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';
import { LinkerdGateway } from '../../lib/constructs/gateway.js';
import { ServiceMirror } from '../../lib/constructs/service-mirror.js';
import type { Manifest } from '../../lib/manifests/manifest.js';

const release = 'edge-26.8.2';
const values = { controllers: [{ link: { ref: { name: 'east' } } }] };

function namespacesOf(chart: Chart): (string | undefined)[] {
  const objects = Testing.synth(chart) as Manifest[];
  return [...new Set(objects.map(({ metadata }) => metadata.namespace))];
}

test('stands in the namespace of the chart around it', () => {
  const chart = new Chart(new App(), 'mesh', { namespace: 'multicluster' });
  new LinkerdGateway(chart, 'gateway', { release });
  expect(namespacesOf(chart)).toEqual(['multicluster']);
});

test('stands in the namespace that it is given, wherever its chart does', () => {
  const chart = new Chart(new App(), 'mesh', { namespace: 'multicluster' });
  new LinkerdGateway(chart, 'gateway', { release, namespace: 'mesh' });
  expect(namespacesOf(chart)).toEqual(['mesh']);
});

test('stands in the extension’s own namespace where nobody names one', () => {
  const chart = new Chart(new App(), 'mesh');
  new LinkerdGateway(chart, 'gateway', { release });
  expect(namespacesOf(chart)).toEqual(['linkerd-multicluster']);
});

test('a service mirror is of one controller of the values', () => {
  const chart = new Chart(new App(), 'mesh');
  new ServiceMirror(chart, 'east', { release, values, target: 'east' });
  const deployments = (Testing.synth(chart) as Manifest[]).filter(({ kind }) => kind === 'Deployment');
  expect(deployments.map(({ metadata }) => metadata.name)).toEqual(['controller-east']);
});

test('a service mirror that no controller of the values is for is refused', () => {
  const chart = new Chart(new App(), 'mesh');
  expect(() => new ServiceMirror(chart, 'west', { release, values, target: 'west' })).toThrow(
    'no entry of `controllers` in the values names Link `west`',
  );
});
