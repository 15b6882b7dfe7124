import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Release } from '../releases/release.js';
import { resolveRelease } from '../releases/resolve-release.js';
import { controllerCredentials, credentialsType, destinationCredentials } from './credentials-secret.js';
import { gatewayAddressProblem } from './gateway-address.js';
import { gatewayFacts, type GatewayService } from './gateway-facts.js';
import { credentialPlaceholders, kubeconfig } from './kubeconfig.js';
import { parseLabelQuery, type LabelSelector } from './label-query.js';
import { readLinkFlags, type LinkFlags, type WrittenFlags } from './link-flags.js';
import { linkManifest, type LinkGateway, type LinkSelectors } from './link-manifest.js';
import { linkNameProblem } from './link-name.js';

/** An address in the status of a LoadBalancer Service. */
export interface IngressAddress {
  readonly ip?: string;
  readonly hostname?: string;
}

/** What a link command looks up in a live target cluster, from files instead. */
export interface LinkRequest {
  /** Release of the command, which is that of the source cluster's controllers. */
  readonly release: string;
  readonly controlPlane: {
    /** Namespace of the target's control plane, and by custom of the source's. */
    readonly namespace: string;
    readonly identityTrustDomain: string;
    readonly clusterDomain: string;
  };
  /** Namespace of the target's gateway. */
  readonly gatewayNamespace: string;
  /** The target's gateway Service; null where it has none. */
  readonly gatewayService: GatewayService | null;
  /** `status.loadBalancer.ingress` of the gateway Service. */
  readonly ingress: readonly IngressAddress[] | null;
  readonly flags: WrittenFlags;
  /** ServiceAccounts that exist in the target for this use; any name is believed where absent. */
  readonly accounts?: readonly string[];
}

/** Objects as the command prints them, none where it would fail or print what cannot work. */
export interface LinkResult {
  readonly objects: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects what is wrong, so that one run tells everything. */
class Findings {
  readonly diagnostics: Diagnostic[] = [];

  /** Adds a problem, if there is one, with the flag it is about. */
  add(problem: Diagnostic | undefined, flag?: string): void {
    if (problem === undefined) return;
    this.diagnostics.push(flag === undefined ? problem : { ...problem, path: `flags.${flag}` });
  }
}

function selectorOf(query: string, flag: string, findings: Findings): LabelSelector {
  const parsed = parseLabelQuery(query);
  if ('problem' in parsed) {
    findings.add({
      code: 'LINK_SELECTOR_SYNTAX',
      severity: 'error',
      message: `--${flag} ${JSON.stringify(query)} cannot be read: ${parsed.problem}`,
      path: `flags.${flag}`,
    });
    return {};
  }
  if (Object.keys(parsed.selector).length === 0) {
    findings.add({
      code: 'LINK_SELECTOR_EMPTY',
      severity: 'warning',
      message: `--${flag} is empty, so the Link mirrors nothing in this mode`,
      why: 'a Link with an empty selector matches no Service, where kubectl would match every one',
      path: `flags.${flag}`,
    });
  }
  return parsed.selector;
}

function selectors(flags: LinkFlags, release: Release, findings: Findings): LinkSelectors {
  return {
    ...(flags.hasGateway && { gateway: selectorOf(flags.selector, 'selector', findings) }),
    remoteDiscovery: selectorOf(flags.remoteDiscoverySelector, 'remote-discovery-selector', findings),
    ...(release.facts.localServiceMirror && {
      federated: selectorOf(flags.federatedServiceSelector, 'federated-service-selector', findings),
    }),
  };
}

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

function gatewayOf(
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

function checkCredentials(request: LinkRequest, flags: LinkFlags, findings: Findings): void {
  const { serviceAccountName, apiServerAddress, namespace } = flags;
  if (request.accounts !== undefined && !request.accounts.includes(serviceAccountName)) {
    findings.add({
      code: 'LINK_ACCOUNT_UNKNOWN',
      severity: 'error',
      message: `the target has no ServiceAccount ${serviceAccountName} in ${namespace}`,
      why: 'its token Secret is what the kubeconfig is made of',
      fix: `add it to remoteMirrorServiceAccountName of the target`,
      path: 'flags.service-account-name',
    });
  }
  if (/^([a-z]+:\/\/)?(localhost|127\.|\[?::1)/i.test(apiServerAddress)) {
    findings.add({
      code: 'LINK_API_SERVER',
      severity: 'warning',
      message: `--api-server-address ${apiServerAddress} is a loopback address`,
      why: 'controllers use the kubeconfig inside their pods, where that is the pod itself',
      path: 'flags.api-server-address',
    });
  }
}

function credentials(request: LinkRequest, flags: LinkFlags): Manifest[] {
  const { namespace, identityTrustDomain, clusterDomain } = request.controlPlane;
  const props = {
    link: flags.clusterName,
    namespace: flags.namespace,
    linkerdNamespace: namespace,
    trustDomain: identityTrustDomain,
    clusterDomain,
  };
  const { server, ca, token } = credentialPlaceholders;
  const config = kubeconfig({
    cluster: flags.clusterName,
    server: flags.apiServerAddress === '' ? server : flags.apiServerAddress,
    user: flags.serviceAccountName,
    ca,
    token,
  });
  return [controllerCredentials(props), destinationCredentials(props)].map((metadata) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    type: credentialsType,
    stringData: { kubeconfig: config },
  }));
}

/**
 * What the link command of a release prints for a target cluster: two Secrets and the Link.
 *
 * Credentials are named placeholders, see `credentialPlaceholders`. Where the command fails there are no objects, and
 * neither where it prints what cannot work. Reports codes of `lib/diagnostics/codes/link.ts` and of the release.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function linkObjects(request: LinkRequest): LinkResult {
  const { release, diagnostics } = resolveRelease(request.release);
  if (release === undefined) return { objects: [], diagnostics };
  const findings = new Findings();
  for (const diagnostic of diagnostics) findings.add(diagnostic);
  const reading = readLinkFlags(request.flags, release);
  const { flags } = reading;
  for (const diagnostic of reading.diagnostics) findings.add(diagnostic);
  findings.add(linkNameProblem(flags.clusterName), 'cluster-name');
  checkCredentials(request, flags, findings);
  const gateway = gatewayOf(request, flags, release, findings);
  const link = linkManifest({
    release: release.facts,
    name: flags.clusterName,
    namespace: flags.namespace,
    ...(release.facts.linkCreatedBy && { createdBy: `linkerd/cli ${release.name}` }),
    target: {
      domain: request.controlPlane.clusterDomain,
      linkerdNamespace: request.controlPlane.namespace,
      ...(gateway !== undefined && { gateway }),
    },
    selectors: selectors(flags, release, findings),
    excludedLabels: flags.excludedLabels,
    excludedAnnotations: flags.excludedAnnotations,
  });
  if (hasErrors(findings.diagnostics)) return { objects: [], diagnostics: findings.diagnostics };
  return { objects: [...credentials(request, flags), link], diagnostics: findings.diagnostics };
}
