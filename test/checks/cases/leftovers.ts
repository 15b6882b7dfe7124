import type { RuleCases } from '../../support/linker/cases.js';
import { link, type TestObject } from '../../support/linker/own-fleet.js';

/** Changes that leave objects of the legacy Link chart behind. */
export const leftoverCases: Record<string, RuleCases> = {
  LEGACY_LEFTOVER: {
    trips: [
      {
        when: 'the legacy probe Service is there',
        edit: (fleet) => {
          fleet.add('west', probe('probe-gateway-east'));
        },
      },
    ],
    holds: [
      {
        when: 'it is of another Link',
        edit: (fleet) => {
          fleet.add('west', probe('probe-gateway-south'));
        },
      },
    ],
  },
};

function probe(name: string): TestObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: link().metadata.namespace ?? '' },
    spec: { ports: [{ name: 'mc-probe', port: 30191 }] },
  };
}
