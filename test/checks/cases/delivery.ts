import type { RuleCases } from '../../support/linker/cases.js';
import { remoteAccess, service, type TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

const applicationSet = (name: string, project = 'tools'): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'ApplicationSet',
  metadata: { name: 'linkerd' },
  spec: {
    generators: [
      { clusters: { selector: { matchLabels: { 'argocd.argoproj.io/secret-type': 'cluster' } } } },
    ],
    syncPolicy: { applicationsSync: 'create-update' },
    template: { metadata: { name }, spec: { project, destination: { namespace: mc } } },
  },
});

const project = (namespace: string): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'tools' },
  spec: {
    destinations: [{ namespace, server: '*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
  },
});

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

const authorization = (server: string, network: string): TestObject => ({
  apiVersion: 'policy.linkerd.io/v1alpha1',
  kind: 'AuthorizationPolicy',
  metadata: { name: 'open', namespace: mc },
  spec: {
    targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: server },
    requiredAuthenticationRefs: [
      { group: 'policy.linkerd.io', kind: 'NetworkAuthentication', name: network },
    ],
  },
});

const networks = (name: string, cidr: string): TestObject => ({
  apiVersion: 'policy.linkerd.io/v1alpha1',
  kind: 'NetworkAuthentication',
  metadata: { name, namespace: mc },
  spec: { networks: [{ cidr }] },
});

const gate: TestObject = {
  apiVersion: 'policy.linkerd.io/v1beta3',
  kind: 'Server',
  metadata: { name: 'gate', namespace: mc },
  spec: { podSelector: { matchLabels: { app: 'linkerd-gateway' } }, port: 'linkerd-proxy' },
};

const agent = (text: string): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'agent', namespace: 'monitoring' },
  data: { 'config.alloy': text },
});

/** Changes of credentials on their way, of delivery and of exposure. */
export const deliveryCases: Record<string, RuleCases> = {
  ACCESS_TOKEN_MISSING: {
    trips: [
      {
        when: 'the token of an account is gone',
        edit: (fleet) => {
          fleet.add('east', ...remoteAccess('mirror-c').filter((object) => object.kind !== 'Secret'));
        },
      },
    ],
    holds: [
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
  LABEL_VALUE_FORM: {
    trips: [
      {
        when: 'a value has a blank',
        edit: (fleet) => {
          fleet.add('east', service('cart', { team: 'web shop' }));
        },
      },
      {
        when: 'a value has 64 characters',
        edit: (fleet) => {
          fleet.add('east', service('cart', { team: 'a'.repeat(64) }));
        },
      },
    ],
    holds: [
      {
        when: 'a value is empty or has 63',
        edit: (fleet) => {
          fleet.add('east', service('cart', { team: 'a'.repeat(63), tier: '' }));
        },
      },
    ],
  },
  APPLICATION_NAME_LONG: {
    trips: [
      {
        when: 'it has 54 characters for one cluster',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludedLabels', ['argocd.argoproj.io/*']);
          fleet.argocd.push(applicationSet(`{{ .nameNormalized }}-${'a'.repeat(49)}`));
        },
      },
    ],
    holds: [
      {
        when: 'it has 53',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet(`{{name}}-${'a'.repeat(48)}`));
        },
      },
    ],
  },
  APPLICATION_NAME_SAME: {
    trips: [
      {
        when: 'the template does not name the cluster',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('linkerd'));
        },
      },
    ],
    holds: [
      {
        when: 'the template goes by something nobody knows',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{.metadata.labels.region}}-linkerd'));
        },
      },
    ],
  },
  PROJECT_REFUSES: {
    trips: [
      {
        when: 'the namespace is not among its destinations',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), project('linkerd'));
        },
      },
      {
        when: 'it allows no cluster-scoped kinds',
        edit: (fleet) => {
          const narrow = project('*');
          narrow.spec = { destinations: [{ namespace: '*', server: '*' }] };
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), narrow);
        },
      },
    ],
    holds: [
      {
        when: 'a pattern of it allows the namespace',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{name}}-linkerd'), project('linkerd*'));
        },
      },
      {
        when: 'the Application has another project',
        edit: (fleet) => {
          fleet.argocd.push(applicationSet('{{name}}-linkerd', 'others'), project('linkerd'));
        },
      },
    ],
  },
  OBJECT_BUDGET: {
    trips: [
      {
        when: 'a cluster has 5,000 Services more',
        edit: (fleet) => {
          fleet.add('north', ...Array.from({ length: 5001 }, (_, i) => service(`a${i}`, {})));
        },
      },
    ],
    holds: [
      {
        when: 'it has a few',
        edit: (fleet) => {
          fleet.add('north', service('a', {}));
        },
      },
    ],
  },
  POLICY_DANGLING: {
    trips: [
      {
        when: 'its Server is not there',
        edit: (fleet) => {
          fleet.add('east', networks('any', '10.0.0.0/8'), authorization('gateway', 'any'));
        },
      },
      {
        when: 'its authentication is not there',
        edit: (fleet) => {
          fleet.add('east', networks('any', '10.0.0.0/8'), authorization('linkerd-admin', 'many'));
        },
      },
    ],
    holds: [
      {
        when: 'both are there',
        edit: (fleet) => {
          fleet.add('east', networks('any', '10.0.0.0/8'), authorization('linkerd-admin', 'any'));
        },
      },
    ],
  },
  GATEWAY_OPEN: {
    trips: [
      {
        when: 'a policy lets every network in',
        edit: (fleet) => {
          fleet.add('east', gate, networks('everybody', '0.0.0.0/0'), authorization('gate', 'everybody'));
        },
      },
    ],
    holds: [
      {
        when: 'it lets one network in',
        edit: (fleet) => {
          fleet.add('east', gate, networks('office', '192.0.2.0/24'), authorization('gate', 'office'));
        },
      },
    ],
  },
  PROBE_NETWORKS: {
    trips: [
      {
        when: 'the target’s control plane narrows them',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = `${data.values ?? ''}policyController:\n  probeNetworks: [10.0.0.0/8]\n`;
        },
      },
    ],
    holds: [
      {
        when: 'they are the default',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = `${data.values ?? ''}policyController:\n  probeNetworks: [0.0.0.0/0, "::/0"]\n`;
        },
      },
    ],
  },
  SCRAPE_PORT_NAME: {
    trips: [
      {
        when: 'an agent looks for the old name',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "admin-http"\n'));
        },
      },
    ],
    holds: [
      {
        when: 'the release is older',
        edit: (fleet) => {
          fleet.add('west', agent('regex = "admin-http"\n'));
          fleet.options = { facts: { release: '2.18' } };
        },
      },
    ],
  },
};
