import { route } from '../../support/linker/argocd-objects.js';
import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

/** Gives an object of west a wave. */
function inWave(fleet: TestFleet, kind: string, name: string, wave: string, key = 'sync-wave'): void {
  const { metadata } = fleet.find('west', kind, name, mc);
  metadata.annotations = { ...metadata.annotations, [`argocd.argoproj.io/${key}`]: wave };
}

const waved = (object: TestObject, wave: string): TestObject => ({
  ...object,
  metadata: { ...object.metadata, annotations: { 'argocd.argoproj.io/sync-wave': wave } },
});

const hook = (annotation: string, value: string): TestObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'after', namespace: mc, annotations: { [annotation]: value } },
  spec: { template: { spec: { containers: [] } } },
});

function withoutNamespace(fleet: TestFleet): void {
  const objects = fleet.clusters.west ?? [];
  const at = objects.findIndex(({ kind, metadata }) => kind === 'Namespace' && metadata.name === mc);
  if (at >= 0) objects.splice(at, 1);
}

/** Changes of the order in which Argo CD applies. */
export const waveCases: Record<string, RuleCases> = {
  WAVE_HEALTH: {
    trips: [
      {
        when: 'the Link is in a later wave than its credentials',
        edit: (fleet) => {
          inWave(fleet, 'Link', 'east', '1');
        },
      },
      {
        when: 'credentials are in an early wave',
        edit: (fleet) => {
          inWave(fleet, 'ExternalSecret', 'cluster-credentials-east-es', '-1');
        },
      },
      {
        when: 'something waits for a route to a mirror',
        edit: (fleet) => {
          fleet.add('west', route, waved(service('web', {}), '2'));
        },
      },
    ],
    holds: [
      {
        when: 'accounts come first',
        edit: (fleet) => {
          inWave(fleet, 'ServiceAccount', 'controller-east', '-1');
        },
      },
      {
        when: 'credentials come last',
        edit: (fleet) => {
          inWave(fleet, 'ExternalSecret', 'cluster-credentials-east-es', '5');
        },
      },
      {
        when: 'the route is to a local Service',
        edit: (fleet) => {
          const local = structuredClone(route);
          fleet.set(local, 'spec.rules', [{ backendRefs: [{ name: 'web', port: 80 }] }]);
          fleet.add('west', local, waved(service('web', {}), '2'));
        },
      },
    ],
  },
  HOOK_WAITS: {
    trips: [
      {
        when: 'a Job runs after the sync',
        edit: (fleet) => {
          withoutNamespace(fleet);
          fleet.add('west', hook('argocd.argoproj.io/hook', 'PostSync'));
        },
      },
      {
        when: 'a Job runs after the sync, beside a Namespace',
        edit: (fleet) => {
          fleet.add('west', hook('argocd.argoproj.io/hook', 'PostSync'));
        },
      },
      {
        when: 'a Job of Helm runs after an upgrade',
        edit: (fleet) => {
          withoutNamespace(fleet);
          fleet.add('west', hook('helm.sh/hook', 'post-install,post-upgrade'));
        },
      },
    ],
    holds: [
      {
        when: 'a Job runs before the sync',
        edit: (fleet) => {
          fleet.add('west', hook('argocd.argoproj.io/hook', 'PreSync'));
        },
      },
    ],
  },
};
