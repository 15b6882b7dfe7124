import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { Link } from './fleet.js';
import type { ValueLayers } from './value-layers.js';

/** ServiceAccount of the target that one source cluster uses: one per source, so that each can be revoked. */
export function accessAccountName(sourceArgocdName: string): string {
  return `linkerd-service-mirror-remote-access-${sourceArgocdName}`;
}

/**
 * Accounts that the values list although no Link of the fleet uses them, and access switched off although a
 * Link needs it.
 *
 * Reports VALUES_LEFTOVER and VALUES_CONTRADICT_FLEET.
 */
export function accessDiagnostics(
  config: LoadedConfig,
  cluster: string,
  layers: ValueLayers,
  incoming: readonly Link[],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const names = layers.find(['remoteMirrorServiceAccountName']);
  const access = layers.find(['remoteMirrorServiceAccount']);
  if (names === undefined && access === undefined) return diagnostics;
  const accounts = accountsOf(incoming);
  const listed = accountsIn(names?.value);
  for (const name of listed.filter((account) => !accounts.includes(account))) {
    diagnostics.push({
      code: 'VALUES_LEFTOVER',
      severity: 'warning',
      message: `no Link uses the access account ${name}`,
      why: 'the chart would create it with a token that never expires and that nobody needs',
      fix:
        accounts.length === 0
          ? 'remove it; no Link targets this cluster, so none is rendered'
          : `remove it; rendered instead: ${accounts.join(', ')}`,
      ...names?.placed(),
      path: 'remoteMirrorServiceAccountName',
      cluster,
      related: [
        {
          message:
            accounts.length === 0
              ? `no Link of the topology targets ${cluster}`
              : `the Links that target ${cluster} are asked for here`,
          ...config.placeOf(['topology']),
        },
      ],
    });
  }
  if (access?.value === false && access.isOwn && accounts.length > 0) {
    diagnostics.push({
      code: 'VALUES_CONTRADICT_FLEET',
      severity: 'error',
      message: `remoteMirrorServiceAccount is false, but ${accounts.length} Link(s) target this cluster`,
      why: 'without an access account no source cluster can read the Services of this one',
      fix: 'remove it; the accounts follow from the Links',
      ...access.placed(),
      path: 'remoteMirrorServiceAccount',
      cluster,
    });
  }
  return diagnostics;
}

/** Accounts that the Links to a cluster use, sorted. */
export function accountsOf(incoming: readonly Link[]): string[] {
  return incoming.map((link) => link.accessAccount).sort(byCodeUnits);
}

/** Names in the value as the chart reads it: a list, or text split at commas. */
function accountsIn(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return items.filter((item) => typeof item === 'string').map((item) => item.trim());
}
