import { anchor, issuer, issuerRoot, leaf } from '../../support/linker/anchors.js';
import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import type { TestObject } from '../../support/linker/own-fleet.js';

const indented = (pem: string): string => pem.replace(/^/gm, '  ');

/** Gives the control planes of clusters another trust anchor. */
function trust(fleet: TestFleet, pem: string, clusters: readonly string[] = ['west', 'east']): void {
  for (const cluster of clusters) {
    const data = fleet.find(cluster, 'ConfigMap', 'linkerd-config').data as Record<string, string>;
    data.values = (data.values ?? '').replace(indented(anchor), indented(pem));
  }
}

const secret = (pem: string): TestObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'linkerd-identity-issuer', namespace: 'linkerd' },
  type: 'kubernetes.io/tls',
  data: { 'tls.crt': Buffer.from(pem).toString('base64') },
});

const certificate = (changes: object): TestObject => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'linkerd-identity-issuer', namespace: 'linkerd' },
  spec: {
    secretName: 'linkerd-identity-issuer',
    isCA: true,
    commonName: 'identity.linkerd.cluster.local',
    dnsNames: ['identity.linkerd.cluster.local'],
    issuerRef: { name: 'linkerd-trust-anchor', kind: 'Issuer' },
    ...changes,
  },
});

const certifying = (changes: object) => (fleet: TestFleet) => {
  fleet.add('east', certificate(changes));
};

/** Changes of what issues identities. */
export const trustCases: Record<string, RuleCases> = {
  ISSUER_IDENTITY: {
    trips: [
      { when: 'its Certificate is none of an authority', edit: certifying({ isCA: false }) },
      {
        when: 'its Certificate is for another trust domain',
        edit: certifying({ commonName: 'identity.linkerd.east.example.com', dnsNames: [] }),
      },
      {
        when: 'the certificate itself is no authority’s',
        also: ['ISSUER_UNTRUSTED'],
        edit: (fleet) => {
          fleet.add('east', secret(leaf));
        },
      },
      {
        when: 'the certificate itself is a root of another name',
        edit: (fleet) => {
          fleet.add('east', secret(anchor));
        },
      },
    ],
    holds: [
      { when: 'its Certificate is right', edit: certifying({}) },
      {
        when: 'the Certificate is of something else',
        edit: certifying({ secretName: 'webhook', isCA: false }),
      },
      {
        when: 'the certificate itself is right',
        edit: (fleet) => {
          trust(fleet, issuerRoot);
          fleet.add('east', secret(issuer));
        },
      },
    ],
  },
  ISSUER_UNTRUSTED: {
    trips: [
      {
        when: 'no anchor signed it',
        edit: (fleet) => {
          fleet.add('east', secret(issuer));
        },
      },
      {
        when: 'only its own cluster has its root',
        also: ['TRUST_ANCHORS_DIFFER'],
        edit: (fleet) => {
          trust(fleet, `${anchor}\n${issuerRoot}`, ['east']);
          fleet.add('east', secret(issuer));
        },
      },
    ],
    holds: [
      {
        when: 'both clusters have its root',
        edit: (fleet) => {
          trust(fleet, issuerRoot);
          fleet.add('east', secret(issuer));
        },
      },
      {
        when: 'its root stands beside another',
        edit: (fleet) => {
          trust(fleet, `${anchor}\n${issuerRoot}`);
          fleet.add('east', secret(`${issuer}\n${issuerRoot}`));
        },
      },
    ],
  },
};
