import type { RuleCases } from '../../support/linker/cases.js';
import { remoteAccess } from '../../support/linker/chart-access.js';
import type { TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

const pushSecret = (name: string, key: string): TestObject => ({
  apiVersion: 'external-secrets.io/v1alpha1',
  kind: 'PushSecret',
  metadata: { name, namespace: mc },
  spec: {
    secretStoreRefs: [{ name: 'vault', kind: 'ClusterSecretStore' }],
    selector: { secret: { name: 'mirror-a-token' } },
    data: [{ match: { secretKey: 'kubeconfig', remoteRef: { remoteKey: key, property: 'kubeconfig' } } }],
  },
});

const store = (name: string): TestObject => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ClusterSecretStore',
  metadata: { name },
  spec: { provider: { vault: { path: 'linkerd' } } },
});

/** Changes of credentials on their way through a store. */
export const pushedCredentialCases: Record<string, RuleCases> = {
  ACCESS_TOKEN_MISSING: {
    trips: [
      {
        when: 'the token of an account is gone',
        edit: (fleet) => {
          fleet.add('east', ...remoteAccess('mirror-c').filter((object) => object.kind !== 'Secret'));
        },
      },
      {
        when: 'the Secret for it is Opaque',
        edit: (fleet) => {
          fleet.find('east', 'Secret', 'mirror-a-token').type = 'Opaque';
        },
      },
      {
        when: 'the Secret for it has no type',
        edit: (fleet) => {
          delete fleet.find('east', 'Secret', 'mirror-a-token').type;
        },
      },
      {
        when: 'the Secret for it is Opaque and the account is bound to a role of another name',
        also: ['ACCESS_REMOTE_RBAC'],
        edit: (fleet) => {
          const [account, token] = remoteAccess('mirror-c');
          if (account === undefined || token === undefined) throw new Error('no account');
          token.type = 'Opaque';
          fleet.add('east', account, token);
        },
      },
    ],
    holds: [
      {
        when: 'an Opaque Secret has the token itself',
        edit: (fleet) => {
          const secret = fleet.find('east', 'Secret', 'mirror-a-token');
          secret.type = 'Opaque';
          secret.data = { token: '' };
        },
      },
      {
        when: 'an Opaque Secret stands beside the right one',
        edit: (fleet) => {
          const second = structuredClone(fleet.find('east', 'Secret', 'mirror-a-token'));
          second.metadata.name = 'second';
          second.type = 'Opaque';
          fleet.add('east', second);
        },
      },
      {
        when: 'it has one',
        edit: (fleet) => {
          fleet.add('east', ...remoteAccess('mirror-c'));
        },
      },
    ],
  },
  PUSH_KEY_TWICE: {
    trips: [
      {
        when: 'two clusters push it',
        edit: (fleet) => {
          fleet.add('east', pushSecret('a', 'linkerd/west-to-east'));
          fleet.add('west', pushSecret('b', 'linkerd/west-to-east'));
        },
      },
    ],
    holds: [
      {
        when: 'each pushes one',
        edit: (fleet) => {
          fleet.add('east', pushSecret('a', 'linkerd/west-to-east'));
          fleet.add('west', pushSecret('b', 'linkerd/east-to-west'));
        },
      },
    ],
  },
  PUSH_KEY_UNREAD: {
    trips: [
      {
        when: 'its reader is elsewhere',
        edit: (fleet) => {
          fleet.add('east', pushSecret('a', 'linkerd/west-to-east'));
          fleet.add('east', pushSecret('b', 'linkerd/north-to-east'));
        },
      },
    ],
    holds: [
      {
        when: 'the source reads it',
        edit: (fleet) => {
          fleet.add('east', pushSecret('a', 'linkerd/west-to-east'));
        },
      },
    ],
  },
  CREDENTIALS_KEY_UNWRITTEN: {
    trips: [
      {
        when: 'the target pushes another key',
        edit: (fleet) => {
          fleet.add('east', pushSecret('a', 'linkerd/wset-to-east'));
        },
        also: ['PUSH_KEY_UNREAD'],
      },
    ],
    holds: [
      {
        when: 'the target pushes it',
        edit: (fleet) => {
          fleet.add('east', pushSecret('a', 'linkerd/west-to-east'));
        },
      },
      {
        when: 'the target pushes into another store',
        edit: (fleet) => {
          const push = pushSecret('a', 'linkerd/wset-to-east');
          fleet.set(push, 'spec.secretStoreRefs', [{ name: 'other', kind: 'ClusterSecretStore' }]);
          fleet.add('east', push);
        },
      },
      {
        when: 'the target pushes what is no credential of a Link',
        edit: (fleet) => {
          const push = pushSecret('a', 'shop/database');
          fleet.set(push, 'spec.selector', { secret: { name: 'database' } });
          fleet.set(push, 'spec.data', [
            {
              match: {
                secretKey: 'password',
                remoteRef: { remoteKey: 'shop/database', property: 'password' },
              },
            },
          ]);
          fleet.add('east', push);
        },
      },
    ],
  },
  PUSH_KEY_MOUNT: {
    trips: [
      {
        when: 'the store is mounted there',
        edit: (fleet) => {
          fleet.add('east', store('vault'), pushSecret('a', 'linkerd/west-to-east'));
        },
      },
    ],
    holds: [
      {
        when: 'the store is mounted elsewhere',
        edit: (fleet) => {
          const other = store('vault');
          other.spec = { provider: { vault: { path: 'secrets' } } };
          fleet.add('east', other, pushSecret('a', 'linkerd/west-to-east'));
        },
      },
    ],
  },
  CREDENTIALS_STORE_UNSEEN: {
    trips: [
      {
        when: 'the source has another store',
        edit: (fleet) => {
          fleet.add('west', store('vault-backend'));
        },
      },
    ],
    holds: [
      {
        when: 'the source has it',
        edit: (fleet) => {
          fleet.add('west', store('vault'));
        },
      },
    ],
  },
};
