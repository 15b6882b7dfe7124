import { scrapeRefused } from './scrape-refused.js';
import { secretPlaintext } from './secret-plaintext.js';
import { policyDangling } from './policy-dangling.js';
import { gatewayClosed } from './gateway-closed.js';
import { gatewayOpen } from './gateway-open.js';
import { probeNetworks } from './probe-networks.js';
import { scrapePortName } from './scrape-port-name.js';

/** Rules of what is readable, and of what is closed by mistake. */
export const exposureRules = [
  secretPlaintext,
  scrapeRefused,
  policyDangling,
  gatewayClosed,
  gatewayOpen,
  probeNetworks,
  scrapePortName,
];
