import type { Release } from '../releases/release.js';
import type { Findings } from './findings.js';
import { gatewayAddressProblem } from './gateway-address.js';
import { gatewayFacts } from './gateway-facts.js';
import type { LinkFlags } from './link-flags.js';
import type { LinkGateway } from './link-manifest.js';
import type { LinkRequest } from './link-request.js';

function gatewayAddress(
  request: LinkRequest,
  flags: LinkFlags,
  release: Release,
  findings: Findings,
): string {
  const reported = (request.ingress ?? [])
    .map(({ ip = '', hostname = '' }) => (ip === '' ? hostname : ip))
    .filter((found) => found !== '');
  const candidates = release.facts.linkAddressFlagWins
    ? [flags.gatewayAddresses, reported.join(',')]
    : [reported.join(','), flags.gatewayAddresses];
  const address = candidates.find((candidate) => candidate !== '');
  if (address === undefined) {
    findings.add({
      code: 'LINK_ADDRESS_MISSING',
      severity: 'error',
      message: `gateway ${request.gatewayService?.name ?? ''} in ${request.gatewayNamespace} has no ingress addresses`,
      why: 'only a LoadBalancer that was given one tells its address',
      fix: 'name hosts or IP addresses by --gateway-addresses',
    });
    return '';
  }
  findings.add(
    gatewayAddressProblem(address),
    address === flags.gatewayAddresses ? 'gateway-addresses' : undefined,
  );
  return address;
}

/** The gateway that a link command would put into the Link; undefined without one, and where it is not known. */
export function gatewayOf(
  request: LinkRequest,
  flags: LinkFlags,
  release: Release,
  findings: Findings,
): LinkGateway | undefined {
  if (!flags.hasGateway) return undefined;
  const { gatewayService: service, gatewayNamespace } = request;
  if (service === null || (flags.gatewayName !== undefined && flags.gatewayName !== service.name)) {
    findings.add({
      code: 'LINK_GATEWAY_SERVICE',
      severity: 'error',
      message: `there is no gateway Service ${flags.gatewayName ?? 'linkerd-gateway'} in ${gatewayNamespace}`,
      fix: 'enable the gateway of the target, or write --gateway=false for a Link without one',
    });
    return undefined;
  }
  const address = gatewayAddress(request, flags, release, findings);
  const port = flags.gatewayPort === 0 ? undefined : flags.gatewayPort;
  const { facts, diagnostics } = gatewayFacts(service, release.facts, port);
  for (const diagnostic of diagnostics) findings.add(diagnostic);
  return facts === undefined ? undefined : { ...facts, address };
}
