import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ownFleet } from '../support/linker/fleets.js';
import { remoteAccess } from '../support/linker/chart-access.js';
import { folder, write, writeFleet } from '../support/check-folder.js';
import { found, told } from './foreign-folder.js';

describe('files of no cluster', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\n';

  it('are named when nothing of a mesh stands in them', () => {
    write('apps/web.yaml', service);
    expect(found().map(({ code, message }) => `${code} ${message}`)).toEqual([
      'NOTHING_LINKED no Link, gateway or controller stands in the files that were taken for apps',
    ]);
  });

  it('are not, when something could not be read', () => {
    write('apps/web.yaml', `${service}\0`);
    expect(found().map(({ code }) => code)).toEqual(['FILE_NOT_TEXT']);
  });

  it('are not, when a Service is exported', () => {
    write(
      'apps/web.yaml',
      service.replace('name: web', 'name: web, labels: { mirror.linkerd.io/exported: "true" }'),
    );
    expect(found().map(({ code }) => code)).not.toContain('NOTHING_LINKED');
  });
});

it('tells once that a file repeats another', () => {
  const fleet = ownFleet();
  writeFleet(fleet);
  write('east/again.yaml', (fleet.clusters.east ?? []).map((object) => stringify(object)).join('---\n'));
  const twice = found().filter(({ code }) => code === 'OBJECT_TWICE');
  expect(twice.map(({ file }) => file?.slice(folder.length + 1))).toEqual(['east/all.yaml']);
  expect(twice[0]?.message).toMatch(
    /^ServiceAccount linkerd-gateway and \d+ other objects here are defined a second time/,
  );
});

it('takes one Link without a controller and one controller without a Link for one mistake', () => {
  const fleet = ownFleet();
  fleet.link.metadata.name = 'orient';
  writeFleet(fleet);
  expect(told()).not.toContain('CONTROLLER_LINK_MISSING west/all.yaml');
  const missing = found().find(({ code }) => code === 'LINK_CONTROLLER_MISSING');
  expect(missing?.related?.[0]?.message).toBe('controller-east serves a Link that is not there');
});

it('calls no account an orphan while a controller of its cluster has no Link', () => {
  const fleet = ownFleet();
  fleet.add('east', ...remoteAccess('linkerd-service-mirror-remote-access-west'));
  fleet.remove('west', 'Link', 'east');
  writeFleet(fleet);
  expect(told()).toEqual([]);
});

it('tells a Link in a namespace its controller does not read once', () => {
  const fleet = ownFleet();
  fleet.link.metadata.namespace = 'default';
  const deployment = fleet.find('west', 'Deployment', 'controller-east');
  fleet.set(deployment, 'spec.template.spec.containers.0.args', [
    'service-mirror',
    '-namespace=linkerd-multicluster',
    '-probe-service=probe-east',
    'east',
  ]);
  writeFleet(fleet);
  expect(told()).toEqual(['CONTROLLER_ARGUMENT west/all.yaml']);
});
