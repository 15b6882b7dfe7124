import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { filledLater, unusable, withKubeconfig, withSecret } from './kubeconfigs.js';

const apiServers = {
  east: { apiServer: 'https://api.east.example.com:6443' },
  south: { apiServer: 'https://api.south.example.com:6443' },
};

/** Changes of the kubeconfig within a Secret. */
export const kubeconfigCases: Record<string, RuleCases> = {
  KUBECONFIG_UNUSABLE: {
    trips: [
      {
        when: 'the kubeconfig is encoded twice',
        also: ['SECRET_PLAINTEXT'],
        edit: (fleet) => {
          withKubeconfig(fleet, { encodings: 2 });
        },
      },
      {
        when: 'it is a word that somebody forgot to replace',
        edit: (fleet) => {
          withSecret(fleet, { data: { kubeconfig: 'REPLACE_ME' } });
        },
      },
      ...unusable.map(([when, other]) => ({
        when,
        also: ['SECRET_PLAINTEXT'],
        edit: (fleet: TestFleet) => {
          withKubeconfig(fleet, { other });
        },
      })),
    ],
    holds: [
      {
        when: 'it is encoded once',
        edit: (fleet) => {
          withKubeconfig(fleet, {});
        },
      },
      {
        when: 'another context of it would not do',
        edit: (fleet) => {
          withKubeconfig(fleet, {
            other: {
              clusters: [
                { name: 'kind', cluster: { server: 'https://127.0.0.1:35001' } },
                { name: 'east', cluster: { server: 'https://api.east.example.com:6443' } },
              ],
              users: [
                { name: 'kind-admin', user: { exec: { command: 'kind' } } },
                { name: 'mirror-a', user: { token: 'not-a-token' } },
              ],
            },
          });
        },
      },
      ...filledLater.map((content) => ({
        when: `it is filled in later: ${JSON.stringify(content)}`,
        edit: (fleet: TestFleet) => {
          withSecret(fleet, content);
        },
      })),
    ],
  },
  KUBECONFIG_SERVER: {
    trips: [
      {
        when: 'the server is a loopback address',
        also: ['SECRET_PLAINTEXT'],
        edit: (fleet) => {
          withKubeconfig(fleet, { server: 'https://127.0.0.1:6443' });
        },
      },
      {
        when: 'the server is the cluster’s own name for itself',
        also: ['SECRET_PLAINTEXT'],
        edit: (fleet) => {
          withKubeconfig(fleet, { server: 'https://kubernetes.default.svc' });
        },
      },
      {
        when: 'the server is that of another cluster, as the facts say',
        also: ['SECRET_PLAINTEXT'],
        edit: (fleet) => {
          withKubeconfig(fleet, { server: 'https://api.south.example.com:6443/' });
          fleet.options = { facts: { clusters: apiServers } };
        },
      },
    ],
    holds: [
      {
        when: 'the server is the one that the facts tell',
        edit: (fleet) => {
          withKubeconfig(fleet, { server: 'https://API.east.example.com:6443/' });
          fleet.options = { facts: { clusters: apiServers } };
        },
      },
      {
        when: 'the server is an IPv6 address',
        edit: (fleet) => {
          withKubeconfig(fleet, { server: 'https://[2001:db8::1]:6443' });
        },
      },
    ],
  },
};
