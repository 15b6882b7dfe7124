import { defaultAccount } from '../chart/defaults.js';
import { ipVersion } from '../config/validate/ip-version.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { goText } from '../helm/go-text.js';
import type { HelmMap } from '../helm/value.js';
import { chartGateway } from '../link/chart-gateway.js';
import type { WrittenFlags } from '../link/link-flags.js';
import { linkObjects } from '../link/link-objects.js';
import type { IngressAddress } from '../link/link-request.js';
import { toYamlDocuments } from '../manifests/serialize.js';
import { gatherValues, type ValuesSources } from './read-values-files.js';
import type { Rendered } from './render-template.js';
import { placedInValues } from './values-places.js';

/** What `linkspan template link` renders. */
export interface LinkTemplateRequest extends ValuesSources {
  readonly release: string;
  /** Addresses of the target's load balancer, separated by commas; empty for none. */
  readonly ingress: string;
  /** Domain of the target cluster, which no chart value tells. */
  readonly clusterDomain: string;
  /** Namespace of the target's control plane; that of its values when absent. */
  readonly linkerdNamespace?: string;
  /** Flags of the link command itself. */
  readonly flags: WrittenFlags;
}

function ingressOf(addresses: string): IngressAddress[] {
  if (addresses === '') return [];
  return addresses
    .split(',')
    .map((address) => (ipVersion(address) === 0 ? { hostname: address } : { ip: address }));
}

function valueOf(values: HelmMap, key: string, absent: string): string {
  return goText(values[key] === undefined ? absent : values[key]);
}

/** Files do not tell of accounts that `linkerd multicluster allow` created, so this is no error. */
function accountNote(account: string, accounts: readonly string[]): Diagnostic[] {
  if (account === '' || accounts.includes(account)) return [];
  return [
    {
      code: 'LINK_ACCOUNT_UNKNOWN',
      severity: 'warning',
      message: `the target's values declare no ServiceAccount ${account}`,
      why: 'its token Secret is what the kubeconfig is made of',
      fix: 'add it to remoteMirrorServiceAccountName of the target, or name one of it by --service-account-name',
      path: 'flags.service-account-name',
    },
  ];
}

/** Secrets and Link of one target, from the values of its chart, as YAML documents or one JSON document a line. */
export function renderLink(request: LinkTemplateRequest): Rendered {
  const { release, flags } = request;
  const { values, sources, diagnostics: unreadable } = gatherValues(request);
  if (hasErrors(unreadable)) return { text: '', diagnostics: unreadable };
  const gatewayNamespace = String(flags['gateway-namespace'] ?? 'linkerd-multicluster');
  const { accounts } = chartGateway(release, values, gatewayNamespace);
  const { objects, diagnostics } = linkObjects({
    release,
    chart: values,
    controlPlane: {
      namespace: request.linkerdNamespace ?? valueOf(values, 'linkerdNamespace', 'linkerd'),
      identityTrustDomain: valueOf(values, 'identityTrustDomain', 'cluster.local'),
      clusterDomain: request.clusterDomain,
    },
    gatewayNamespace,
    ingress: ingressOf(request.ingress),
    flags,
  });
  const account = String(flags['service-account-name'] ?? defaultAccount);
  const placed = diagnostics.map((diagnostic) => placedInValues(diagnostic, sources));
  const all = [...unreadable, ...placed, ...accountNote(account, accounts)];
  if (hasErrors(all)) return { text: '', diagnostics: all };
  const text =
    flags.output === 'json'
      ? objects.map((object) => `${JSON.stringify(object)}\n`).join('')
      : toYamlDocuments('', objects, 'sorted');
  return { text, diagnostics: all };
}
