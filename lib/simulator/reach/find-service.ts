import type { GivenService, Inventory } from '../prediction/inventory.js';
import type { ReachStep } from './reach.js';

/** The Service that is asked for; without a Namespace, the caller's is looked in first. */
export interface ServiceQuery {
  readonly target: string;
  readonly namespace?: string;
  readonly service: string;
}

/** Finds the Service among the target's manifests, or the step that ends the chain. */
export function findService(
  target: Inventory,
  query: ServiceQuery,
  callerNamespace: string,
): GivenService | ReachStep {
  const all = [...target.services.values()].filter(({ service }) => service.metadata.name === query.service);
  const named = (namespace: string): GivenService | undefined =>
    all.find(({ service }) => service.metadata.namespace === namespace);
  const found =
    query.namespace === undefined
      ? (named(callerNamespace) ?? (all.length === 1 ? all[0] : undefined))
      : named(query.namespace);
  if (found !== undefined) return found;
  const where = query.namespace === undefined ? '' : ` in Namespace ${query.namespace}`;
  const others = all.map(({ service }) => service.metadata.namespace).join(', ');
  return {
    check: 'Service',
    verdict: 'unknown',
    message:
      all.length === 0
        ? `no manifest of ${target.name} holds a Service ${query.service}${where}`
        : `${target.name} has Services ${query.service} in ${others}, none${where === '' ? ` in Namespace ${callerNamespace}` : where}`,
    fix:
      all.length === 0
        ? `give the manifests that do, with \`--cluster ${target.name}=PATH\``
        : `ask for ${target.name}/NAMESPACE/${query.service}`,
  };
}
