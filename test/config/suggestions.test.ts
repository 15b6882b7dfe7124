import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';
import { workingExample } from '../support/diagnostic-examples.js';
import { exampleFolder } from '../support/example-folder.js';

const fleet = String(workingExample['fleet.yaml']);

function fixes(files: Record<string, string>, file: string): (string | undefined)[] {
  const { diagnostics } = loadConfig(exampleFolder({ ...workingExample, ...files }));
  return diagnostics.filter((d) => d.file?.endsWith(file)).map((d) => d.fix);
}

describe('a key that nothing reads in a values file', () => {
  it.each([
    ['gatewayPort: 4143', '`gateway.port: 4143`'],
    ['gateway: { gatewayPort: 4143 }', 'write `port`'],
    ['gateway: { probePort: 4191 }', '`probe.port: 4191`'],
    ['gateway: true', '`gateway.enabled: true`'],
    ['gatewayEnabled: true', '`gateway.enabled: true`'],
    ['gateway: { serviceTyp: NodePort }', '`serviceType`'],
    ['gateway: { probe: { prot: 4191 } }', '`port`'],
    ['controllers: [{ link: { ref: { nam: hub, name: hub } } }]', '`name`'],
    ['controllers: [{ link: { ref: { name: hub } }, logLevl: debug }]', '`logLevel`'],
    ['excludeLabels: [team]', '`excludedLabels`'],
    ['excludeAnnotations: [team]', '`excludedAnnotations`'],
    ['localServiceMirror: { excludeLabels: [team] }', '`excludedLabels`'],
    ['gatewayAddress: gateway.example.com', '`gateway.address`'],
    ['gatewayIdentity: a.b', 'remove it'],
    ['probeSpec: { port: 4191 }', '`probe`'],
    ['remoteDiscoverySelector: {}', '`remoteDiscoverySelector`'],
    ['clusterCredentialsSecret: a', 'remove it'],
    ['targetClusterName: east', '`topology`'],
    ['targetClusterDomain: a.b', '`clusterDomain`'],
    ['targetClusterLinkerdNamespace: linkerd', '`linkerdNamespace`'],
    ['gateway: { resources: { limits: { cpu: 1 } } }', '`gateway.deploymentAnnotations`'],
    ['controllerDefaults: { resources: { cpu: { request: 1m } } }', '`requests.cpu`'],
  ])('%s is told %s', (text, told) => {
    expect(fixes({ 'east-values.yaml': `${text}\n` }, 'east-values.yaml')).toEqual([
      expect.stringContaining(told),
    ]);
  });
});

describe('a key that nothing reads in the fleet file', () => {
  const inCluster = (text: string): string => fleet.replace('east: {}', `east: { ${text} }`);
  const inGateway = (text: string): string => fleet.replace('gateway: {', `gateway: { ${text},`);
  const inEntry = (text: string): string => fleet.replace('spokes: [east]', `spokes: [east], ${text}`);
  const onTop = (text: string): string => `${fleet}${text}\n`;
  it.each([
    ['a cluster', inCluster('gatewayPort: 4143'), '`gateway.port: 4143`'],
    ['a cluster', inCluster('gatewayAddress: a.example.com'), '`gateway.address`'],
    ['a cluster', inCluster('excludeLabels: [a]'), '`excludedLabels` of an entry under `topology`'],
    ['a gateway', inGateway('gatewayPort: 4143'), 'write `port`'],
    ['a gateway', inGateway('probePort: 4191'), '`probe.port: 4191`'],
    ['a gateway', inGateway('enabled: true'), 'remove it'],
    ['an entry', inEntry('excludeLabels: [a]'), 'write `excludedLabels`'],
    ['an entry', inEntry('gatewayPort: 4143'), '`gateway.port` of the target cluster'],
    ['an entry', inEntry('probeSpec: { port: 4191 }'), '`gateway.probe`'],
    ['an entry', inEntry('clusterCredentialsSecret: a'), 'remove it'],
    ['the file', onTop('gatewayPort: 4143'), '`gateway.port` of the target cluster'],
    ['the file', onTop('excludeLabels: [a]'), '`excludedLabels` of an entry under `topology`'],
    ['the file', onTop('controllers: []'), 'remove it'],
  ])('in %s is told what was meant', (_, text, told) => {
    expect(fixes({ 'fleet.yaml': text }, 'fleet.yaml')).toEqual([expect.stringContaining(told)]);
  });
});
