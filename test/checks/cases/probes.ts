import type { RuleCases } from '../../support/linker/cases.js';
import { gatewayField, linkField } from '../../support/linker/field-changes.js';
import { service } from '../../support/linker/own-fleet.js';

/** Changes of how the gateway is probed. */
export const probeCases: Record<string, RuleCases> = {
  PROBE_PORT_MISMATCH: {
    trips: [
      linkField('spec.probeSpec.port', '4191', ['PROBE_SERVICE_PORT']),
      gatewayField('spec.ports.1.nodePort', 30192),
    ],
    holds: [gatewayField('spec.ports.1.nodePort', undefined)],
  },
  PROBE_SERVICE_PORT: {
    trips: [
      {
        when: 'the probe Service keeps its default port',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.port', 4191);
        },
      },
    ],
    holds: [
      {
        when: 'the release is older than edge-25.7.1',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.port', 4191);
          fleet.options = { facts: { release: '2.18' } };
        },
      },
    ],
  },
  PROBE_SERVICE_MISSING: {
    trips: [
      {
        when: 'the probe Service is gone, and others are not',
        edit: (fleet) => {
          fleet.add('west', service('web', {}));
          fleet.remove('west', 'Service', 'probe-east');
        },
      },
    ],
    holds: [
      {
        when: 'the Link has no gateway',
        edit: (fleet) => {
          fleet.remove('west', 'Service', 'probe-east');
          fleet.set(fleet.link, 'spec.gatewayAddress', undefined);
        },
      },
    ],
  },
  PROBE_PATH: {
    trips: [linkField('spec.probeSpec.path', 'ready'), linkField('spec.probeSpec.path', '/health')],
    holds: [linkField('spec.probeSpec.path', '/live')],
  },
  PROBE_ABSENT: {
    trips: [linkField('spec.probeSpec', undefined), linkField('spec.probeSpec.path', '')],
    holds: [linkField('spec.probeSpec.period', '10s')],
  },
  LINK_DURATION: {
    trips: [
      linkField('spec.probeSpec.period', '1d'),
      linkField('spec.probeSpec.period', '3'),
      linkField('spec.probeSpec.period', '0s'),
      linkField('spec.probeSpec.period', '-1s'),
      linkField('spec.probeSpec.period', '9ns'),
      linkField('spec.probeSpec.timeout', '0s'),
      linkField('spec.probeSpec.timeout', '3 seconds'),
      linkField('spec.probeSpec.period', undefined),
    ],
    holds: [
      linkField('spec.probeSpec.period', '1m30.5s'),
      linkField('spec.probeSpec.period', '10ns'),
      linkField('spec.probeSpec.timeout', undefined),
    ],
  },
  PROBE_THRESHOLD: {
    trips: [
      linkField('spec.probeSpec.failureThreshold', 'three'),
      linkField('spec.probeSpec.failureThreshold', '0'),
    ],
    holds: [linkField('spec.probeSpec.failureThreshold', '10')],
  },
};
