import { hasErrors } from '../diagnostics/diagnostic.js';
import type { Release } from '../releases/release.js';
import type { Findings } from './findings.js';
import { gatewayAddressProblem } from './gateway-address.js';
import { chartGateway } from './chart-gateway.js';
import { gatewayFacts, type GatewayService } from './gateway-facts.js';
import type { LinkFlags } from './link-flags.js';
import type { LinkGateway } from './link-manifest.js';
import type { LinkRequest } from './link-request.js';

function gatewayAddress(
  request: LinkRequest,
  service: GatewayService,
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
      message: `gateway ${service.name} in ${request.gatewayNamespace} has no ingress addresses`,
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

/** The gateway Service, null without one, undefined where the chart that renders it cannot be rendered. */
function serviceOf(request: LinkRequest, findings: Findings): GatewayService | null | undefined {
  const { gatewayService, chart, release, gatewayNamespace } = request;
  if (gatewayService !== undefined || chart === undefined) return gatewayService ?? null;
  const { service, diagnostics } = chartGateway(release, chart, gatewayNamespace);
  for (const diagnostic of diagnostics.filter(({ code }) => !code.startsWith('RELEASE_')))
    findings.add(diagnostic);
  return hasErrors(diagnostics) ? undefined : service;
}

/** The gateway that a link command would put into the Link; undefined without one, and where it is not known. */
export function gatewayOf(
  request: LinkRequest,
  flags: LinkFlags,
  release: Release,
  findings: Findings,
): LinkGateway | undefined {
  if (!flags.hasGateway) return undefined;
  const { gatewayNamespace } = request;
  const service = serviceOf(request, findings);
  const isOther =
    (flags.gatewayName ?? service?.name) !== service?.name ||
    (flags.gatewayNamespace ?? gatewayNamespace) !== gatewayNamespace;
  // an empty name is told of as a flag
  if (service === undefined || flags.gatewayName === '' || flags.gatewayNamespace === '') return undefined;
  if (service === null || isOther) {
    findings.add({
      code: 'LINK_GATEWAY_SERVICE',
      severity: 'error',
      message: `there is no gateway Service ${flags.gatewayName ?? 'linkerd-gateway'} in ${flags.gatewayNamespace ?? gatewayNamespace}`,
      fix: 'enable the gateway of the target, or write --gateway=false for a Link without one',
    });
    return undefined;
  }
  const address = gatewayAddress(request, service, flags, release, findings);
  const port = flags.gatewayPort === 0 ? undefined : flags.gatewayPort;
  const { facts, diagnostics } = gatewayFacts(service, release.facts, port);
  for (const diagnostic of diagnostics) findings.add(diagnostic);
  return facts === undefined ? undefined : { ...facts, address };
}
