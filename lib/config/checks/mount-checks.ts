import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { CredentialsConfig } from '../credentials-config.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { isBelowMount } from '../store-mount.js';
import type { LinkOptions } from '../topology-config.js';
import { fieldText } from '../validate/field-text.js';

/** Mounts of stores that their keys do not begin with. Reports CREDENTIALS_MOUNT. */
export function mountChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return [
    ...checksOf(fleet.credentials, ['credentials'], placeOf),
    ...(fleet.topology ?? []).flatMap((shape, i) =>
      Object.entries(shape).flatMap(([tag, options]) =>
        checksOf((options as LinkOptions).credentials, ['topology', i, tag, 'credentials'], placeOf),
      ),
    ),
  ];
}

function checksOf(
  credentials: CredentialsConfig | undefined,
  path: FieldPath,
  placeOf: PlaceOf,
): Diagnostic[] {
  if (credentials === undefined || !('externalSecrets' in credentials)) return [];
  const { key, mount } = credentials.externalSecrets;
  // a placeholder may stand for anything
  const beginning = key.split('{', 1)[0] ?? '';
  if (mount === undefined || isBelowMount(key, mount) || mount.startsWith(beginning)) return [];
  const at = [...path, 'externalSecrets', 'mount'];
  return [
    {
      code: 'CREDENTIALS_MOUNT',
      severity: 'warning',
      message: `the key \`${key}\` does not begin with the mount \`${mount}\``,
      why: 'nothing is left out of it, and a push of a key with its mount goes to a wrong path',
      fix: 'write the mount as `key` begins, or leave it out where `key` has none',
      path: fieldText(at),
      ...placeOf(at),
    },
  ];
}
