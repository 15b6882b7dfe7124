import { gatewayUnbacked } from './gateway-unbacked.js';
import { gatewayAddressForm } from './gateway-address-form.js';
import { gatewayAddressMismatch } from './gateway-address-mismatch.js';
import { gatewayAddressMissing } from './gateway-address-missing.js';
import { gatewayIdentityDomain } from './gateway-identity-domain.js';
import { gatewayIdentityMismatch } from './gateway-identity-mismatch.js';
import { gatewayPortName } from './gateway-port-name.js';
import { gatewayPortMismatch } from './gateway-port-mismatch.js';
import { gatewayProxyPorts } from './gateway-proxy-ports.js';
import { linkDuration } from './link-duration.js';
import { linkPortForm } from './link-port-form.js';
import { nodePortOpen } from './node-port-open.js';
import { nodePortRange } from './node-port-range.js';
import { nodePortTwice } from './node-port-twice.js';
import { probeAbsent } from './probe-absent.js';
import { probePath } from './probe-path.js';
import { probePortMismatch } from './probe-port-mismatch.js';
import { probeServiceMissing } from './probe-service-missing.js';
import { probeServicePort } from './probe-service-port.js';
import { probeThreshold } from './probe-threshold.js';
import { targetDomainMismatch } from './target-domain-mismatch.js';

/** Rules of what a Link says about the gateway. */
export const addressRules = [
  gatewayAddressForm,
  gatewayAddressMissing,
  gatewayAddressMismatch,
  linkPortForm,
  gatewayPortMismatch,
  probePortMismatch,
  probeServicePort,
  probeServiceMissing,
  probePath,
  probeAbsent,
  linkDuration,
  probeThreshold,
  gatewayIdentityMismatch,
  gatewayIdentityDomain,
  targetDomainMismatch,
  gatewayProxyPorts,
  nodePortOpen,
  nodePortRange,
  nodePortTwice,
  gatewayUnbacked,
  gatewayPortName,
];
