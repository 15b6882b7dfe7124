import type { RuleCases } from '../../support/linker/cases.js';
import { linkField } from '../../support/linker/field-changes.js';

/** Changes of the gateway's identity and the target's domains. */
export const identityCases: Record<string, RuleCases> = {
  GATEWAY_IDENTITY_MISMATCH: {
    trips: [
      linkField('spec.gatewayIdentity', 'gateway.linkerd.serviceaccount.identity.linkerd.cluster.local'),
      linkField('spec.gatewayIdentity', ''),
    ],
    holds: [
      {
        when: 'the gateway states no identity',
        edit: (fleet) => {
          Reflect.deleteProperty(
            fleet.gateway.metadata.annotations ?? {},
            'mirror.linkerd.io/gateway-identity',
          );
        },
      },
    ],
  },
  GATEWAY_IDENTITY_DOMAIN: {
    trips: [
      {
        when: 'the target’s control plane has another trust domain',
        also: ['CREDENTIALS_DOMAIN'],
        edit: (fleet) => {
          const plane = fleet.find('east', 'ConfigMap', 'linkerd-config');
          const data = plane.data as Record<string, string>;
          data.values = (data.values ?? '').replace(
            'identityTrustDomain: cluster.local',
            'identityTrustDomain: east.example.com',
          );
        },
      },
    ],
    holds: [
      {
        when: 'the control plane is not in the files',
        edit: (fleet) => {
          fleet.remove('east', 'ConfigMap', 'linkerd-config');
        },
      },
    ],
  },
  TARGET_DOMAIN_MISMATCH: {
    trips: [
      linkField('spec.targetClusterDomain', 'east.local'),
      linkField('spec.targetClusterDomain', undefined),
    ],
    holds: [
      {
        when: 'the target’s domain is not in the files',
        edit: (fleet) => {
          fleet.remove('east', 'ConfigMap', 'linkerd-config');
          fleet.set(fleet.link, 'spec.targetClusterDomain', 'east.local');
        },
      },
    ],
  },
};
