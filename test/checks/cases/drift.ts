import { giving, repoURL, route, set, settings } from '../../support/linker/argocd-objects.js';
import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

/** An Application of the namespace that the route is in. */
function deliveringShop(): TestObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop' },
    spec: {
      project: 'default',
      destination: { name: 'west', namespace: 'shop' },
      source: { repoURL, path: 'shop', targetRevision: 'main' },
    },
  };
}

const leaveOut =
  (...keys: string[]) =>
  (fleet: TestFleet): void => {
    for (const each of fleet.clusters.west ?? []) {
      if (each.kind !== 'ExternalSecret') continue;
      for (const key of keys) fleet.set(each, key, undefined);
    }
  };

/** Changes of what Argo CD compares and replaces. */
export const driftCases: Record<string, RuleCases> = {
  DEFAULTS_UNWRITTEN: {
    trips: [
      {
        when: 'policies of the target are left out',
        edit: (fleet) => {
          giving(set())(fleet);
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      {
        when: 'a route to a mirror leaves out what its CRD fills in',
        edit: (fleet) => {
          giving(deliveringShop())(fleet);
          fleet.add('west', structuredClone(route));
        },
      },
    ],
    holds: [
      { when: 'every default is written', edit: giving(set()) },
      {
        when: 'a route to a mirror writes every default',
        edit: (fleet) => {
          giving(deliveringShop())(fleet);
          fleet.add('west', {
            ...structuredClone(route),
            spec: {
              parentRefs: [{ group: 'core', kind: 'Service', name: 'web', port: 80 }],
              rules: [
                {
                  matches: [{ path: { type: 'PathPrefix', value: '/' } }],
                  backendRefs: [{ group: '', kind: 'Service', name: 'web-east', port: 80, weight: 1 }],
                },
              ],
            },
          });
        },
      },
      {
        when: 'a route sends to no other cluster',
        edit: (fleet) => {
          giving(deliveringShop())(fleet);
          const local = structuredClone(route);
          fleet.set(local, 'spec.rules', [{ backendRefs: [{ name: 'web', port: 80 }] }]);
          fleet.add('west', local, service('web', {}));
        },
      },
      {
        when: 'the Application compares on the server’s side',
        edit: (fleet) => {
          giving(set({ annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' } }))(
            fleet,
          );
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      {
        when: 'the Application ignores the kind',
        edit: (fleet) => {
          giving(set({ ignoreDifferences: [{ group: '*', kind: 'ExternalSecret' }] }))(fleet);
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      {
        when: 'Argo CD compares so everywhere',
        edit: (fleet) => {
          giving(set(), settings('argocd-cmd-params-cm', { 'controller.diff.server.side': 'true' }))(fleet);
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      { when: 'no Application delivers it', edit: leaveOut('spec.target.deletionPolicy') },
    ],
  },
  TOKEN_REPLACED: {
    trips: [
      {
        when: 'its own annotation says so',
        edit: (fleet) => {
          fleet.find('east', 'Secret', 'mirror-a-token').metadata.annotations = {
            'kubernetes.io/service-account.name': 'mirror-a',
            'argocd.argoproj.io/sync-options': 'Replace=true',
          };
        },
      },
      { when: 'the Application replaces everything', edit: giving(set({ options: ['Replace=true'] })) },
    ],
    holds: [
      {
        when: 'the Application only prunes last',
        edit: giving(set({ options: ['PruneLast=true', 'ServerSideApply=true'] })),
      },
    ],
  },
};
