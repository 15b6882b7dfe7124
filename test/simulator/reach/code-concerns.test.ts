import { expect, test } from 'vitest';
import { rules } from '../../../lib/checks/rules/index.js';
import { linkerCodes } from '../../../lib/diagnostics/codes/linker/index.js';
import { codeConcerns } from '../../../lib/simulator/reach/code-concerns.js';

/** Codes that break no chain, or that the chain finds out for itself, with the reason. */
const unconcerned: Readonly<Record<string, readonly (keyof typeof linkerCodes)[]>> = {
  'the chain asks itself': [
    'ACCESS_CONTROLLER_RBAC',
    'ACCESS_REMOTE_RBAC',
    'COPIED_LABEL_STEERS',
    'EXPORT_ANNOTATION',
    'EXPORT_KEY',
    'EXPORT_NAMESPACE',
    'EXPORT_NO_PORTS',
    'EXPORT_UNLINKED',
    'EXPORT_VALUE',
    'FEDERATED_PORTS_DIFFER',
    'GATEWAY_CLOSED',
    'HEADLESS_FEDERATED',
    'HEADLESS_FLAT',
    'HEADLESS_FOREIGN_ENDPOINTS',
    'LINK_FIELD_PRUNED',
    'MIRROR_NAME_LONG',
    'MIRROR_NAME_TAKEN',
    'POLICY_DANGLING',
    'SELECTOR_INVALID',
    'SELECTOR_NONE',
  ],
  'probes keep no call back until one has succeeded': [
    'PROBE_ABSENT',
    'PROBE_NETWORKS',
    'PROBE_PATH',
    'PROBE_PORT_MISMATCH',
    'PROBE_SERVICE_MISSING',
    'PROBE_SERVICE_PORT',
    'PROBE_THRESHOLD',
  ],
  'mirroring and calls work with it': [
    'ACCESS_ACCOUNT_ORPHAN',
    'CLUSTER_TWO_NAMES',
    'CONTROLLER_LINK_MISSING',
    'CONTROLLER_REPLICAS',
    'CONTROLLER_TWICE',
    'COPIED_METADATA',
    'CREDENTIALS_ROTATION',
    'CREDENTIALS_STORE_SHARED',
    'CREDENTIALS_UNREAD',
    'EXCLUSION_INERT',
    'EXPORT_AND_FEDERATED',
    'EXPORT_NOT_SERVICE',
    'GATEWAY_OPEN',
    'GATEWAY_PORT_NAME',
    'LEGACY_LEFTOVER',
    'LINK_CREATED_BY',
    'LINK_FIELD_UNKNOWN',
    'LINK_NAME_LONG',
    'LINK_NAME_TARGET',
    'LOCAL_MIRROR_MISSING',
    'REPAIR_OUTLASTS_PERIOD',
    'SCRAPE_PORT_NAME',
    'SCRAPE_REFUSED',
    'SECRET_PLAINTEXT',
    'SELECTOR_ECHO',
    'SELECTOR_OVERLAP',
  ],
  'it is about other objects than those of a chain': [
    'HEADLESS_HOST_TAKEN',
    'MIRROR_UNRESOLVED',
    'PUSH_KEY_MOUNT',
    'PUSH_KEY_TWICE',
    'PUSH_KEY_UNREAD',
    'ROUTE_BACKEND',
    'ROUTE_NEWER',
    'SPLIT_FLAT',
  ],
  'it is about how manifests get into the cluster': [
    'APPLICATION_NAME_LONG',
    'APPLICATION_NAME_SAME',
    'APPLICATION_REFERENCE',
    'ARGOCD_CLUSTER_TWICE',
    'ARGOCD_SETTING_UNREAD',
    'BYTE_BUDGET',
    'CLUSTER_UNSELECTED',
    'CREDENTIALS_STORE_UNSEEN',
    'DEFAULTS_UNWRITTEN',
    'HOOK_WAITS',
    'NAMESPACE_OWNERS',
    'OBJECT_BUDGET',
    'OBJECT_EXCLUDED',
    'OBJECT_TWICE',
    'PROJECT_REFUSES',
    'SET_DELETES',
    'SET_PARAMETER',
    'TRACKING_COPIED',
    'WAVE_HEALTH',
  ],
  'it is told of files before any question is asked': [
    'FACT_UNKNOWN',
    'FILE_NOT_TEXT',
    'FILE_NO_MANIFEST',
    'FILE_TEMPLATE',
    'FILE_TOO_LARGE',
    'MANIFEST_INCOMPLETE',
    'NOTHING_LINKED',
    'SUPPRESSION_FORM',
    'SUPPRESSION_UNUSED',
    'YAML_DUPLICATE_KEY',
  ],
};

const listed: readonly string[] = Object.values(unconcerned).flat();

test('every code of the linker breaks a check of the chain, or is of no concern to it', () => {
  const known = [...Object.keys(codeConcerns), ...listed];
  expect([...known].sort()).toEqual(Object.keys(linkerCodes).sort());
});

test('every rule of the linker reports a code that the linker lists', () => {
  expect(rules.map(({ code }) => code).filter((code) => !Object.hasOwn(linkerCodes, code))).toEqual([]);
});
