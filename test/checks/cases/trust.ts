import { anchor, issuer, issuerRoot, leaf, otherAnchor } from '../../support/linker/anchors.js';
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

/** What proxies of a cluster are given, whatever its control plane was installed with. */
const roots = (pem: string): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'linkerd-identity-trust-roots', namespace: 'linkerd' },
  data: { 'ca-bundle.crt': pem },
});

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
  TRUST_ANCHOR_INVALID: {
    trips: [
      {
        when: 'proxies are given one that is no authority',
        edit: (fleet) => {
          fleet.add('west', roots(leaf));
          fleet.add('east', roots(leaf));
        },
      },
      {
        when: 'an anchor lost its end',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace(/^ {2}MII\w{20}/m, '  ');
        },
        also: ['TRUST_ANCHORS_DIFFER'],
      },
      {
        when: 'an anchor is no authority',
        edit: (fleet) => {
          for (const cluster of ['west', 'east']) {
            const data = fleet.find(cluster, 'ConfigMap', 'linkerd-config').data as Record<string, string>;
            data.values = (data.values ?? '').replace(indented(anchor), indented(leaf));
          }
        },
      },
    ],
    holds: [
      {
        when: 'two anchors are in the bundle',
        edit: (fleet) => {
          for (const cluster of ['west', 'east']) {
            const data = fleet.find(cluster, 'ConfigMap', 'linkerd-config').data as Record<string, string>;
            const both = `${indented(anchor)}\n${indented(otherAnchor)}`;
            data.values = (data.values ?? '').replace(indented(anchor), both);
          }
        },
      },
    ],
  },
  TRUST_ANCHORS_DIFFER: {
    trips: [
      {
        when: 'proxies of the target are given another anchor than its control plane was installed with',
        edit: (fleet) => {
          fleet.add('east', roots(otherAnchor));
        },
      },
      {
        when: 'the target trusts another anchor',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace(indented(anchor), indented(otherAnchor));
        },
      },
    ],
    holds: [
      {
        when: 'proxies of both are given one anchor, whatever was installed',
        edit: (fleet) => {
          trust(fleet, otherAnchor, ['east']);
          fleet.add('east', roots(anchor));
        },
      },
      {
        when: 'the text is wrapped otherwise',
        edit: (fleet) => {
          const data = fleet.find('east', 'ConfigMap', 'linkerd-config').data as Record<string, string>;
          data.values = (data.values ?? '').replace(/^ {2}MII\w{20}/m, (start) => `${start}\n  `);
        },
      },
    ],
  },
};
