import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { remoteAccess } from '../../support/linker/chart-access.js';
import { withKubeconfig } from './kubeconfigs.js';

/** Changes of accounts. */
export const accessCases: Record<string, RuleCases> = {
  ACCESS_ACCOUNT_MISSING: {
    trips: [
      {
        when: 'the kubeconfig is of an account the target lacks',
        also: ['SECRET_PLAINTEXT'],
        edit: (fleet) => {
          withKubeconfig(fleet, { user: 'mirror-z' });
        },
      },
      {
        when: 'every account of the target is named after another given cluster',
        edit: (fleet) => {
          for (const name of ['mirror-a', 'mirror-b']) removeAccount(fleet, name);
          fleet.add('south', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
          fleet.add('east', ...remoteAccess('linkerd-service-mirror-remote-access-south'));
        },
      },
    ],
    holds: [
      {
        when: 'the target has it',
        edit: (fleet) => {
          withKubeconfig(fleet, { user: 'mirror-a' });
        },
      },
    ],
  },
  ACCESS_ACCOUNT_ORPHAN: {
    trips: [
      {
        when: 'an account in the source is named after a target without Links',
        edit: (fleet) => {
          fleet.add('west', ...remoteAccess('linkerd-service-mirror-remote-access-east'));
        },
      },
    ],
    holds: [
      {
        when: 'it is named after the source of a Link',
        edit: (fleet) => {
          fleet.add('east', ...remoteAccess('linkerd-service-mirror-remote-access-west'));
        },
      },
      {
        when: 'it is named after a cluster whose files hold nothing of the extension',
        edit: (fleet) => {
          fleet.add('south', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
          fleet.add('east', ...remoteAccess('linkerd-service-mirror-remote-access-south'));
        },
      },
      {
        when: 'it is named after a cluster nobody gave',
        edit: (fleet) => {
          fleet.add('west', ...remoteAccess('linkerd-service-mirror-remote-access-south'));
        },
      },
    ],
  },
  ACCESS_TOKEN_ACCOUNT: {
    trips: [
      {
        when: 'the account is gone',
        edit: (fleet) => {
          fleet.remove('east', 'ServiceAccount', 'mirror-a');
        },
      },
      {
        when: 'the token names another account',
        edit: (fleet) => {
          token(fleet, 'mirror-c');
        },
      },
    ],
    holds: [
      {
        when: 'the token names another account that exists',
        edit: (fleet) => {
          token(fleet, 'mirror-b');
        },
      },
    ],
  },
  ACCESS_NAME_FORM: {
    trips: [
      {
        when: 'an account has no name',
        edit: (fleet) => {
          fleet.add('east', {
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            metadata: { name: '', namespace: 'linkerd-multicluster' },
          });
        },
      },
    ],
    holds: [
      {
        when: 'it has one',
        edit: (fleet) => {
          fleet.add('east', {
            apiVersion: 'v1',
            kind: 'ServiceAccount',
            metadata: { name: 'x.y', namespace: 'linkerd-multicluster' },
          });
        },
      },
    ],
  },
};

/** Takes out an account with all that is named after it. */
function removeAccount(fleet: TestFleet, name: string): void {
  const { east = [] } = fleet.clusters;
  fleet.clusters.east = east.filter(
    ({ metadata }) => metadata.name !== name && metadata.name !== `${name}-token`,
  );
}

function token(fleet: TestFleet, account: string): void {
  fleet.find('east', 'Secret', 'mirror-a-token').metadata.annotations = {
    'kubernetes.io/service-account.name': account,
  };
}
