import { childOf } from '../raw-value.js';
import type { Reader } from '../reader.js';

const defaultsOfRemote = ['conversionStrategy', 'decodingStrategy', 'metadataPolicy'];
const noDefaults: readonly string[] = [];
const defaultsOfTarget = ['creationPolicy', 'deletionPolicy'];
const defaultsOfTemplate = ['engineVersion', 'mergePolicy'];

/**
 * Names of the fields of `spec.data` that the operator's CRD fills in where they are left out.
 *
 * @see https://github.com/external-secrets/external-secrets/blob/v2.6.0/apis/externalsecrets/v1/externalsecret_types.go
 */
export function remoteDefaults(data: readonly Reader[]): readonly string[] {
  let undefaulted: string[] | undefined;
  for (const key of defaultsOfRemote) {
    for (const item of data) {
      if (childOf(childOf(item.value, 'remoteRef'), key) !== undefined) continue;
      (undefaulted ??= []).push(key);
      break;
    }
  }
  return undefaulted ?? noDefaults;
}

/** As `remoteDefaults`, of where the Secret comes to. */
export function targetDefaults(target: Reader): readonly string[] {
  return [
    ...defaultsOfTarget.filter((key) => !target.has(key)),
    ...defaultsOfTemplate.filter((key) => target.has('template') && !target.has('template', key)),
  ];
}
