import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { readProperties } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';

/** Both ExternalSecrets decode as they read, and fill in a template. */
function reads(fleet: TestFleet, decodingStrategy: string, template: string): void {
  for (const namespace of [mc, 'linkerd']) {
    const object = fleet.find('west', 'ExternalSecret', 'cluster-credentials-east-es', namespace);
    const { data } = object.spec as { data: { remoteRef: Record<string, string> }[] };
    for (const { remoteRef } of data) remoteRef.decodingStrategy = decodingStrategy;
    fleet.set(object, 'spec.target.template.data', { kubeconfig: template });
  }
}

/** Lets east push a kubeconfig for west, made of a template. */
function pushes(fleet: TestFleet, template: string | undefined): void {
  fleet.add('east', {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    metadata: { name: 'west-to-east', namespace: mc },
    spec: {
      deletionPolicy: 'None',
      refreshInterval: '1h0m0s',
      updatePolicy: 'Replace',
      secretStoreRefs: [{ name: 'vault', kind: 'ClusterSecretStore' }],
      selector: { secret: { name: 'mirror-a-token' } },
      ...(template === undefined ? {} : { template: { data: { kubeconfig: template } } }),
      data: [
        {
          conversionStrategy: 'None',
          match: {
            secretKey: 'kubeconfig',
            remoteRef: { remoteKey: 'linkerd/west-to-east', property: 'kubeconfig' },
          },
        },
      ],
    },
  });
}

const kubeconfig = (
  changes: { server?: string; user?: string; token?: string; more?: string } = {},
): string =>
  [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    '  - name: "east"',
    '    cluster:',
    `      server: "${changes.server ?? 'https://api.east.example.com:6443'}"`,
    '      certificate-authority-data: {{ .ca | b64enc }}',
    'users:',
    `  - name: "${changes.user ?? 'mirror-a'}"`,
    '    user:',
    `      ${changes.token ?? 'token: {{ .token }}'}`,
    'contexts:',
    '  - name: "east"',
    '    context: { cluster: "east", user: "mirror-a" }',
    changes.more ?? 'current-context: "east"',
    '',
  ].join('\n');

const filling =
  (text: string) =>
  (fleet: TestFleet): void => {
    reads(fleet, 'None', text);
    for (const namespace of [mc, 'linkerd']) {
      const object = fleet.find('west', 'ExternalSecret', 'cluster-credentials-east-es', namespace);
      readProperties(object, 'server', 'ca', 'user', 'token');
    }
  };

/** Changes of what is done to a kubeconfig on its way. */
export const encodingCases: Record<string, RuleCases> = {
  CREDENTIALS_ENCODING: {
    trips: [
      {
        when: 'the template encodes what it reads',
        edit: (fleet) => {
          reads(fleet, 'None', '{{ .kubeconfig | b64enc }}');
        },
      },
      {
        when: 'it is decoded as it is read, and was pushed as it is',
        edit: (fleet) => {
          pushes(fleet, undefined);
          reads(fleet, 'Base64', '{{ .kubeconfig }}');
        },
      },
      {
        when: 'it is encoded as it is pushed, and nothing decodes it',
        edit: (fleet) => {
          pushes(fleet, '{{ .config | b64enc }}');
        },
      },
    ],
    holds: [
      {
        when: 'somebody else put it into the store encoded',
        edit: (fleet) => {
          reads(fleet, 'Base64', '{{ .kubeconfig }}');
        },
      },
      {
        when: 'the template decodes what it reads',
        edit: (fleet) => {
          reads(fleet, 'None', '{{ .kubeconfig | b64dec }}');
        },
      },
      {
        when: 'it is encoded as it is pushed and decoded as it is read',
        edit: (fleet) => {
          pushes(fleet, '{{ .config | b64enc }}');
          reads(fleet, 'Base64', '{{ .kubeconfig }}');
        },
      },
      {
        when: 'the store tells by itself',
        edit: (fleet) => {
          pushes(fleet, '{{ .config | b64enc }}');
          reads(fleet, 'Auto', '{{ .kubeconfig }}');
        },
      },
      { when: 'the template is the kubeconfig itself', edit: filling(kubeconfig()) },
    ],
  },
  KUBECONFIG_UNUSABLE: {
    trips: [
      {
        when: 'a template encodes the token',
        edit: filling(kubeconfig({ token: 'token: {{ .token | b64enc }}' })),
      },
      { when: 'a template has no current-context', edit: filling(kubeconfig({ more: '' })) },
    ],
    holds: [{ when: 'a template fills in token and CA', edit: filling(kubeconfig()) }],
  },
  KUBECONFIG_SERVER: {
    trips: [
      { when: 'a template names localhost', edit: filling(kubeconfig({ server: 'https://127.0.0.1:6443' })) },
    ],
    holds: [
      { when: 'a template fills in the server', edit: filling(kubeconfig({ server: '{{ .server }}' })) },
    ],
  },
  ACCESS_ACCOUNT_MISSING: {
    trips: [
      {
        when: 'a template names an account the target lacks',
        edit: filling(kubeconfig({ user: 'mirror-z' })),
      },
    ],
    holds: [{ when: 'a template fills in the account', edit: filling(kubeconfig({ user: '{{ .user }}' })) }],
  },
  SECRET_PLAINTEXT: {
    trips: [
      { when: 'a template holds the token', edit: filling(kubeconfig({ token: 'token: not-a-token' })) },
    ],
    holds: [{ when: 'a template fills in the token', edit: filling(kubeconfig()) }],
  },
};
