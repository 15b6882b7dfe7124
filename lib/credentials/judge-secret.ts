import { goBase64, whyNoBase64 } from '../kubeconfig/go-base64.js';
import { credentialSecretType } from '../link/credential-secrets.js';
import { credentialsName } from '../link/credentials-name.js';
import { judgeKubeconfig } from './judge-kubeconfig.js';
import type { Expectation, Findings } from './verdict.js';

/** A Secret as `kubectl get secret -o yaml` prints it. */
export interface SecretData {
  readonly type?: unknown;
  readonly metadata?: {
    readonly name?: unknown;
    readonly namespace?: unknown;
    readonly labels?: Readonly<Record<string, unknown>> | null;
    readonly annotations?: Readonly<Record<string, unknown>> | null;
  };
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly stringData?: Readonly<Record<string, unknown>> | null;
}

const clusterName = 'multicluster.linkerd.io/cluster-name';
const tokenSecretType = 'kubernetes.io/service-account-token';

/**
 * Judges a credential Secret, as the copy of the service mirror or that of the destination controller.
 *
 * Which copy it is follows from its namespace, and where that says nothing from its label: only the control plane's
 * carries the cluster's name.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/controller/api/destination/watcher/cluster_store.go
 */
export function judgeSecret(secret: SecretData, expected: Expectation, findings: Findings): void {
  const { metadata = {} } = secret;
  const isControlPlane = isControlPlaneCopy(metadata, expected);
  judgeName(metadata.name, isControlPlane, expected, findings);
  if (secret.type === credentialSecretType) findings.ok('type', credentialSecretType);
  else if (isControlPlane)
    findings.problem(
      'type',
      `must be ${credentialSecretType}; the destination controller ignores all others`,
    );
  else
    findings.note(
      'type',
      `is not ${credentialSecretType}; the service mirror does not mind, but no other tool will find it`,
    );
  judgeNamespace(metadata.namespace, isControlPlane, expected, findings);
  if (isControlPlane) judgeControlPlaneMetadata(metadata, expected, findings);
  judgeData(secret, expected, findings);
}

/** The service mirror reads one name, by its Role; the destination controller finds its copies by their label. */
function judgeName(name: unknown, isControlPlane: boolean, { link }: Expectation, findings: Findings): void {
  if (link === undefined) return;
  const wanted = credentialsName(link.target);
  if (name === wanted) findings.ok('name', wanted);
  else if (isControlPlane)
    findings.note('name', `is not ${wanted}, as is usual; the destination controller takes any name`);
  else findings.problem('name', `must be ${wanted}: the controller’s Role lets it read no other`);
}

function isControlPlaneCopy(
  { namespace: own, labels }: NonNullable<SecretData['metadata']>,
  { linkerdNamespace = 'linkerd', namespace }: Expectation,
): boolean {
  const isLabelled = labels?.[clusterName] !== undefined;
  if (linkerdNamespace === namespace) return isLabelled;
  if (own === linkerdNamespace) return true;
  return own !== namespace && isLabelled;
}

/** Where the fleet says which namespaces are read, a copy in any other is read by nobody. */
function judgeNamespace(
  own: unknown,
  isControlPlane: boolean,
  { linkerdNamespace, namespace }: Expectation,
  findings: Findings,
): void {
  const reader = isControlPlane ? 'destination controller' : 'service mirror';
  const read = isControlPlane ? linkerdNamespace : namespace;
  const found = typeof own === 'string' && own !== '' ? own : undefined;
  if (found === undefined || read === undefined || found === read)
    findings.ok('namespace', `a copy for the ${reader}${found === undefined ? '' : ` in ${found}`}`);
  else findings.problem('namespace', `nobody reads it in ${found}: the ${reader} looks in ${read}`);
}

function judgeControlPlaneMetadata(
  { labels, annotations }: NonNullable<SecretData['metadata']>,
  { link, trustDomain, clusterDomain }: Expectation,
  findings: Findings,
): void {
  const wanted: [string, unknown, string | undefined][] = [
    [clusterName, labels?.[clusterName], link?.target],
    [
      'multicluster.linkerd.io/trust-domain',
      annotations?.['multicluster.linkerd.io/trust-domain'],
      trustDomain,
    ],
    [
      'multicluster.linkerd.io/cluster-domain',
      annotations?.['multicluster.linkerd.io/cluster-domain'],
      clusterDomain,
    ],
  ];
  for (const [key, found, meant] of wanted) {
    const subject = key.endsWith('cluster-name') ? 'label' : 'annotation';
    if (typeof found !== 'string' || found === '')
      findings.problem(
        subject,
        `${key} is missing; the destination controller ignores the Secret without it`,
      );
    else if (meant !== undefined && found !== meant)
      findings.problem(subject, `${key} is not ${meant}, as the fleet has it`);
    else findings.ok(subject, key);
  }
}

function judgeData(
  { type: secretType, data, stringData }: SecretData,
  expected: Expectation,
  findings: Findings,
): void {
  const plain = stringData?.kubeconfig;
  const encoded = data?.kubeconfig;
  if (typeof plain !== 'string' && typeof encoded !== 'string') {
    if (secretType === tokenSecretType) {
      findings.problem(
        'key',
        'kubeconfig is missing: this is a token Secret, of which a kubeconfig is yet to be built',
      );
      return;
    }
    const keys = Object.keys({ ...data, ...stringData });
    findings.problem(
      'key',
      `kubeconfig is missing${keys.length > 0 ? `; the Secret has ${keys.length} other key${keys.length === 1 ? '' : 's'}` : ''}`,
    );
    return;
  }
  const text = typeof plain === 'string' ? plain : goBase64(encoded as string);
  if (text === undefined) {
    findings.problem(
      'key',
      `kubeconfig is ${whyNoBase64(encoded as string)}; values under \`data\` are base64`,
    );
    return;
  }
  findings.ok('key', 'kubeconfig');
  judgeKubeconfig(text, expected, findings);
}
