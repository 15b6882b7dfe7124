import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import type { TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';
const controllerRole = 'linkerd-multicluster-controller-access-local-resources';
const credentialsRole = 'controller-read-remote-creds-east';
const localRole = 'linkerd-local-service-mirror-access-local-resources';

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** Takes verbs on a resource out of a role. */
function revoke(role: TestObject, resource: string, ...verbs: string[]): void {
  role.rules = (role.rules as Rule[]).flatMap((rule) => {
    if (!rule.resources.includes(resource)) return [rule];
    const others = rule.resources.filter((each) => each !== resource);
    const left = rule.verbs.filter((verb) => !verbs.includes(verb));
    return [
      ...(others.length === 0 ? [] : [{ ...rule, resources: others }]),
      ...(left.length === 0 ? [] : [{ ...rule, resources: [resource], verbs: left }]),
    ];
  });
}

const inRole =
  (kind: string, name: string, resource: string, ...verbs: string[]) =>
  (fleet: TestFleet) => {
    revoke(fleet.find('west', kind, name), resource, ...verbs);
  };

const inRemoteRole =
  (resource: string, ...verbs: string[]) =>
  (fleet: TestFleet) => {
    revoke(fleet.find('east', 'ClusterRole', 'mirror-a'), resource, ...verbs);
  };

const binding = (kind: string, name: string, role: string, account: string): TestObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name, ...(kind === 'RoleBinding' ? { namespace: mc } : {}) },
  roleRef: {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: kind === 'RoleBinding' ? 'Role' : 'ClusterRole',
    name: role,
  },
  subjects: [{ kind: 'ServiceAccount', name: account, namespace: mc }],
});

/** Changes of who may do what. */
export const rbacCases: Record<string, RuleCases> = {
  ACCESS_CONTROLLER_RBAC: {
    trips: [
      {
        when: 'the controller may not watch Services',
        edit: inRole('ClusterRole', controllerRole, 'services', 'watch'),
      },
      {
        when: 'the controller may not list Links',
        edit: inRole('Role', credentialsRole, 'links', 'list'),
      },
      {
        when: 'the controller may not update its lease',
        edit: inRole('Role', credentialsRole, 'leases', 'update'),
      },
      {
        when: 'the controller may not write the status of its Link',
        edit: inRole('Role', credentialsRole, 'links/status', 'patch'),
      },
      {
        when: 'its RoleBinding is gone',
        also: ['CREDENTIALS_NAME'],
        edit: (fleet) => {
          fleet.remove('west', 'RoleBinding', credentialsRole);
          fleet.set(fleet.link, 'spec.clusterCredentialsSecret', 'other');
        },
      },
      {
        when: 'its ClusterRoleBinding is gone',
        edit: (fleet) => {
          fleet.remove('west', 'ClusterRoleBinding', `${controllerRole}-east`);
        },
      },
      {
        when: 'it makes namespaces and may not',
        edit: (fleet) => {
          const { spec } = fleet.find('west', 'Deployment', 'controller-east') as {
            spec?: { template: { spec: { containers: { name: string; args?: string[] }[] } } };
          };
          for (const container of spec?.template.spec.containers ?? [])
            if (container.name === 'controller')
              container.args = [
                'service-mirror',
                '-enable-namespace-creation',
                ...(container.args ?? []).slice(1),
              ];
        },
      },
      {
        when: 'the local mirror may not create Services',
        edit: inRole('ClusterRole', localRole, 'services', 'create'),
      },
    ],
    holds: [
      {
        when: 'a role grants everything',
        edit: (fleet) => {
          fleet.find('west', 'ClusterRole', controllerRole).rules = [
            { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
          ];
        },
      },
      {
        when: 'what the controller never asks for is taken away',
        edit: inRole('Role', credentialsRole, 'links/status', 'update'),
      },
      {
        when: 'its ClusterRole stands elsewhere',
        edit: (fleet) => {
          fleet.remove('west', 'ClusterRole', controllerRole);
        },
      },
    ],
  },
  ACCESS_REMOTE_RBAC: {
    trips: [
      { when: 'the account may not list Services', edit: inRemoteRole('services', 'list') },
      { when: 'the account may not watch pods in flat mode', edit: inRemoteRole('pods', 'watch') },
      {
        when: 'the account may not read EndpointSlices in flat mode',
        edit: inRemoteRole('endpointslices', 'list', 'get', 'watch'),
      },
      {
        when: 'nothing binds the account',
        edit: (fleet) => {
          fleet.remove('east', 'ClusterRoleBinding', 'mirror-a');
        },
      },
    ],
    holds: [
      { when: 'the account may not read Jobs', edit: inRemoteRole('jobs', 'list', 'get', 'watch') },
      {
        when: 'the account may not read pods and all is gateway mode',
        edit: (fleet) => {
          revoke(fleet.find('east', 'ClusterRole', 'mirror-a'), 'pods', 'list');
          fleet.set(fleet.link, 'spec.remoteDiscoverySelector', undefined);
          fleet.set(fleet.link, 'spec.federatedServiceSelector', undefined);
        },
      },
    ],
  },
  ACCESS_BINDING_DANGLING: {
    trips: [
      {
        when: 'the ClusterRole of the controller is gone',
        edit: (fleet) => {
          fleet.remove('west', 'ClusterRole', controllerRole);
        },
      },
      {
        when: 'the Role of the controller is called otherwise',
        also: ['CREDENTIALS_NAME'],
        edit: (fleet) => {
          fleet.find('west', 'Role', credentialsRole).metadata.name = 'read-credentials';
          fleet.set(fleet.link, 'spec.clusterCredentialsSecret', 'other');
        },
      },
      {
        when: 'a binding is for an account that its namespace lacks',
        edit: (fleet) => {
          fleet.add('west', binding('ClusterRoleBinding', 'more', controllerRole, 'nobody'));
        },
      },
      {
        when: 'a Secret of another type than a token’s names that account too',
        edit: (fleet) => {
          fleet.add('west', binding('ClusterRoleBinding', 'more', controllerRole, 'nobody'), {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: {
              name: 'nobody',
              namespace: 'linkerd-multicluster',
              annotations: { 'kubernetes.io/service-account.name': 'nobody' },
            },
            type: 'Opaque',
          });
        },
      },
    ],
    holds: [
      {
        when: 'the role is one that every API server has',
        edit: (fleet) => {
          fleet.add('west', binding('ClusterRoleBinding', 'more', 'view', 'controller-east'));
        },
      },
      {
        when: 'role and account are of another application',
        edit: (fleet) => {
          const other = binding('ClusterRoleBinding', 'more', 'nobody', 'nobody');
          other.subjects = [{ kind: 'ServiceAccount', name: 'nobody', namespace: 'shop' }];
          fleet.add('west', other);
        },
      },
    ],
  },
  ACCESS_WORKLOAD_ACCOUNT: {
    trips: [
      {
        when: 'the local mirror runs under another account',
        edit: (fleet) => {
          fleet.set(
            fleet.find('west', 'Deployment', 'linkerd-local-service-mirror'),
            'spec.template.spec.serviceAccountName',
            'nobody',
          );
        },
      },
    ],
    holds: [
      {
        when: 'another workload does',
        edit: (fleet) => {
          const other = structuredClone(fleet.find('west', 'Deployment', 'linkerd-local-service-mirror'));
          other.metadata = { name: 'other', namespace: 'shop' };
          fleet.set(other, 'spec.template.spec.serviceAccountName', 'nobody');
          fleet.add('west', other);
        },
      },
    ],
  },
};
