import type { RuleCase } from './cases.js';

/** A change of one field of the Link. */
export function linkField(path: string, value: unknown, also: readonly string[] = []): RuleCase {
  return {
    when: `\`${path}\` is ${value === undefined ? 'absent' : JSON.stringify(value)}`,
    also,
    edit: (fleet) => {
      fleet.set(fleet.link, path, value);
    },
  };
}

/** A change of one field of the gateway Service. */
export function gatewayField(path: string, value: unknown, also: readonly string[] = []): RuleCase {
  return {
    when: `the gateway’s \`${path}\` is ${value === undefined ? 'absent' : JSON.stringify(value)}`,
    also,
    edit: (fleet) => {
      fleet.set(fleet.gateway, path, value);
    },
  };
}
