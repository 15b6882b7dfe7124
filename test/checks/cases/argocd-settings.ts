import { giving, set, settings } from '../../support/linker/argocd-objects.js';
import type { RuleCases } from '../../support/linker/cases.js';
import type { TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

const large = (options: Record<string, string> = {}): TestObject => ({
  ...settings('dashboards', { 'mesh.json': 'x'.repeat(270_000) }),
  metadata: { name: 'dashboards', namespace: mc, annotations: options },
});

const trackingByLabel = settings('argocd-cm', { 'application.resourceTrackingMethod': 'label' });

/** Changes of how Argo CD is set up, and of what it must hold. */
export const argocdSettingCases: Record<string, RuleCases> = {
  ARGOCD_SETTING_UNREAD: {
    trips: [
      {
        when: 'server-side diffs are asked for in argocd-cm',
        edit: giving(settings('argocd-cm', { 'controller.diff.server.side': 'true' })),
      },
      {
        when: 'exclusions stand among the parameters',
        edit: giving(settings('argocd-cmd-params-cm', { 'resource.exclusions': '[]' })),
      },
      {
        when: 'values of the chart have it under cm',
        edit: giving({
          'argo-cd': { configs: { cm: { 'controller.diff.server.side': 'true' } } },
        } as unknown as TestObject),
      },
    ],
    holds: [
      {
        when: 'it stands where it is read',
        edit: giving(
          settings('argocd-cmd-params-cm', {
            'controller.diff.server.side': 'true',
            'application.namespaces': 'a',
          }),
          settings('argocd-cm', { 'resource.exclusions': '[]', url: 'https://argocd.example.com' }),
        ),
      },
      {
        when: 'values of the chart have it under params',
        edit: giving({
          configs: { params: { 'controller.diff.server.side': true } },
        } as unknown as TestObject),
      },
    ],
  },
  BYTE_BUDGET: {
    trips: [
      {
        when: 'an object has no room in its own annotation',
        edit: (fleet) => {
          giving(set({ options: [] }))(fleet);
          fleet.add('west', large());
        },
      },
      {
        when: 'the files of a cluster are too large together',
        edit: (fleet) => {
          fleet.add(
            'west',
            settings('a', { a: 'x'.repeat(5_100_000) }),
            settings('b', { b: 'y'.repeat(5_100_000) }),
          );
        },
      },
    ],
    holds: [
      {
        when: 'the large object is applied by the server',
        edit: (fleet) => {
          giving(set())(fleet);
          fleet.add('west', large());
        },
      },
      {
        when: 'the object says so itself',
        edit: (fleet) => {
          giving(set({ options: [] }))(fleet);
          fleet.add('west', large({ 'argocd.argoproj.io/sync-options': 'ServerSideApply=true' }));
        },
      },
    ],
  },
  TRACKING_LABEL: {
    trips: [
      {
        when: 'Argo CD tracks by its usual label',
        edit: (fleet) => {
          giving(trackingByLabel)(fleet);
          fleet.set(fleet.link, 'spec.excludedLabels', ['argocd.argoproj.io/*']);
        },
      },
      {
        when: 'Argo CD tracks by a label of its own',
        edit: (fleet) => {
          giving(
            settings('argocd-cm', {
              'application.resourceTrackingMethod': 'label',
              'application.instanceLabelKey': 'example.com/application',
            }),
          )(fleet);
          fleet.set(fleet.link, 'spec.excludedLabels', ['app.kubernetes.io/instance']);
        },
      },
    ],
    holds: [
      {
        when: 'the Link leaves it out',
        edit: (fleet) => {
          giving(trackingByLabel)(fleet);
          fleet.set(fleet.link, 'spec.excludedLabels', ['app.kubernetes.io/instance']);
        },
      },
      {
        when: 'Argo CD tracks by annotation',
        edit: giving(settings('argocd-cm', { 'application.resourceTrackingMethod': 'annotation' })),
      },
    ],
  },
};
