import type { LinkMode, LinkOptions } from '../config/topology-config.js';
import { defaultSelectors } from '../link/export-labels.js';
import type { Link } from './fleet.js';

const { gateway, remoteDiscovery, federated } = defaultSelectors;

type Selectors = Pick<Link, 'selector' | 'remoteDiscoverySelector' | 'federatedServiceSelector'>;

/**
 * Selectors of a Link: link-gen's own unless given.
 *
 * In gateway mode all three, as link-gen writes them; in flat mode those that need no gateway; in federated
 * mode only its own, and more where asked for.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function selectorsOf(mode: LinkMode, options: LinkOptions): Selectors {
  const selectors: { -readonly [K in keyof Selectors]: Selectors[K] } = {};
  const selector = options.selector ?? (mode === 'gateway' ? gateway : undefined);
  const discovery = options.remoteDiscoverySelector ?? (mode === 'federated' ? undefined : remoteDiscovery);
  if (selector !== undefined && mode === 'gateway') selectors.selector = selector;
  if (discovery !== undefined) selectors.remoteDiscoverySelector = discovery;
  selectors.federatedServiceSelector = options.federatedServiceSelector ?? federated;
  return selectors;
}
