import type { ServerSymbol } from '../../../symbols/kinds/policy.js';
import type { ServiceSymbol } from '../../../symbols/kinds/service.js';

/** True for a Server that selects pods of the gateway by nothing but what the gateway Service does. */
export function isOfGateway({ namespace, podSelector }: ServerSymbol, gateway: ServiceSymbol): boolean {
  const entries = Object.entries(podSelector?.matchLabels ?? {});
  return (
    gateway.namespace === namespace &&
    entries.length > 0 &&
    entries.every(([key, value]) => gateway.selector[key] === value)
  );
}
