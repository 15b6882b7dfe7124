import { explain, type Explanation } from './explanation.js';
import { placeOf } from './given.js';
import type { LinkView } from './link-view.js';

/** The gateway's part of the Link gives the mirror no endpoints; if the API server refuses them, no mirror. */
export function gatewayRefused({ link }: LinkView, message: string, isMade: boolean): Explanation {
  if ((link.spec.gatewayAddress ?? '') === '') {
    return {
      ...explain(
        'gateway-address',
        `Link ${link.name} has no \`gatewayAddress\``,
        'name the gateway there; then touch the exported Service, as a repair makes no missing endpoints',
        placeOf(link.given, 'spec', 'gatewayAddress'),
      ),
      isMade,
    };
  }
  const field = message.includes('strconv') || message.includes('.port:') ? 'gatewayPort' : 'gatewayAddress';
  const fix =
    field === 'gatewayPort'
      ? 'set a port from 1 to 65535, as text'
      : 'list bare host names or addresses, with commas and no blanks';
  const why = explain(
    field === 'gatewayPort' ? 'gateway-port' : 'gateway-address',
    message.replace(/^Failed to create mirror endpoints: (Inner errors:\n\t)?/, '').replaceAll('\n\t', '; '),
    `${fix}; then touch the exported Service, as a repair makes no missing endpoints`,
    placeOf(link.given, 'spec', field),
  );
  return { ...why, isMade };
}
