import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';
import { withKubeconfig } from './cases/kubeconfigs.js';

/** What is said with a code when the files of a cluster hold no object of some kinds, as a dump by kinds does. */
function said(fleet: TestFleet, code: string, cluster: string, ...kinds: string[]): Diagnostic[] {
  fleet.clusters[cluster] = (fleet.clusters[cluster] ?? []).filter(({ kind }) => !kinds.includes(kind));
  expect(fleet.checkStreamed()).toEqual(fleet.check());
  return fleet.check().filter((d) => d.code === code);
}

describe('of files that hold no object of a kind, the linker tells without an error', () => {
  it('what only a ClusterRoleBinding grants', () => {
    const kinds = ['ClusterRoleBinding', 'ClusterRole'];
    expect(said(ownFleet(), 'ACCESS_CONTROLLER_RBAC', 'west', ...kinds)).toMatchObject([
      { severity: 'info', message: expect.stringMatching(/^the files hold no ClusterRoleBinding/) as string },
      { severity: 'info', message: expect.stringMatching(/^the files hold no ClusterRoleBinding/) as string },
    ]);
    expect(said(ownFleet(), 'ACCESS_REMOTE_RBAC', 'east', ...kinds)).toEqual([]);
  });

  it('what only a RoleBinding grants', () => {
    expect(said(ownFleet(), 'ACCESS_CONTROLLER_RBAC', 'west', 'RoleBinding')).toMatchObject([
      { severity: 'info', message: expect.stringMatching(/^the files hold no RoleBinding/) as string },
    ]);
  });

  it('that a probe Service is missing', () => {
    expect(said(ownFleet(), 'PROBE_SERVICE_MISSING', 'west', 'Service')).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(said(ownFleet(), 'PROBE_SERVICE_MISSING', 'west', 'Service', 'ServiceAccount')).toMatchObject([
      { severity: 'info', fix: 'add the Services of west to the check' },
    ]);
  });

  it('that the account of a kubeconfig is missing', () => {
    const fleet = ownFleet();
    withKubeconfig(fleet, {});
    expect(said(fleet, 'ACCESS_ACCOUNT_MISSING', 'east', 'ServiceAccount')).toMatchObject([
      { severity: 'info' },
    ]);
  });
});

it('reports what a role leaves out beside what an unseen kind of binding may grant', () => {
  const fleet = ownFleet();
  const role = fleet.find('west', 'Role', 'controller-read-remote-creds-east');
  role.rules = (role.rules as { resources: string[] }[]).filter(
    ({ resources }) => !resources.includes('leases'),
  );
  const found = said(fleet, 'ACCESS_CONTROLLER_RBAC', 'west', 'ClusterRoleBinding');
  expect(found).toMatchObject([
    { severity: 'error', message: expect.stringMatching(/leases/) as string },
    { severity: 'info' },
  ]);
  expect(found[0]?.message).not.toMatch(/services/);
});
