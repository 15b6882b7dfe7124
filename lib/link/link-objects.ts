import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import { resolveRelease } from '../releases/resolve-release.js';
import { credentialSecrets, credentialSecretType } from './credential-secrets.js';
import { refuseEmptyNames } from './empty-names.js';
import { Findings } from './findings.js';
import { credentialPlaceholders, kubeconfig } from './kubeconfig.js';
import { legacyOf } from './legacy-flags.js';
import { readLinkFlags, type LinkFlags } from './link-flags.js';
import { linkManifest } from './link-manifest.js';
import { linkNameProblem } from './link-name.js';
import type { LinkRequest } from './link-request.js';
import { gatewayOf } from './request-gateway.js';
import { selectorsOf } from './request-selectors.js';

/** Objects as the command prints them, none where it would fail or print what cannot work. */
export interface LinkResult {
  readonly objects: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

function checkCredentials(request: LinkRequest, flags: LinkFlags, findings: Findings): void {
  const { serviceAccountName, apiServerAddress, namespace } = flags;
  if (
    serviceAccountName !== '' &&
    request.accounts !== undefined &&
    !request.accounts.includes(serviceAccountName)
  ) {
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
  const [copy, own] = credentialSecrets({
    target: flags.clusterName,
    namespace: flags.namespace,
    linkerdNamespace: namespace,
    trustDomain: identityTrustDomain,
    clusterDomain,
  });
  const { server, ca, token } = credentialPlaceholders;
  const config = kubeconfig({
    cluster: flags.clusterName,
    server: flags.apiServerAddress === '' ? server : flags.apiServerAddress,
    user: flags.serviceAccountName,
    ca,
    token,
  });
  return [own, copy].map(({ name, namespace: owner, metadata }) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: owner, ...metadata },
    type: credentialSecretType,
    stringData: { kubeconfig: config },
  }));
}

/**
 * What the link command of a release prints for a target cluster: two Secrets and the Link, and until edge-25.3.3,
 * where the command was `link`, the mirror controller as well.
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
  refuseEmptyNames(flags, request.controlPlane.namespace, findings);
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
    selectors: selectorsOf(flags, release, findings),
    excludedLabels: flags.excludedLabels,
    excludedAnnotations: flags.excludedAnnotations,
  });
  const legacy = release.facts.linkGen ? [] : legacyOf(flags, release, findings);
  if (hasErrors(findings.diagnostics)) return { objects: [], diagnostics: findings.diagnostics };
  return { objects: [...credentials(request, flags), link, ...legacy], diagnostics: findings.diagnostics };
}
