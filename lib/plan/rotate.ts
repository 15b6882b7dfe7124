import type { FleetConfig } from '../config/fleet-config.js';
import { credentialsName } from '../link/credentials-name.js';
import type { Cluster, Link } from '../topology/fleet.js';
import { ownEntry, withLinkOptions } from './change-link.js';
import type { Plan, Step } from './step.js';
import { storeReaders, whoRead } from './store-readers.js';

/** A Link of the fleet, both of its clusters, and the fleet file it stands in. */
export interface PlannedLink {
  readonly config: FleetConfig;
  readonly link: Link;
  /** All Links of the fleet, this one among them. */
  readonly links: readonly Link[];
  readonly source: Cluster;
  readonly target: Cluster;
  /** Deployment of the Link's service mirror. */
  readonly mirror: string;
  /** Whether a Link of the release selects members of federated services. */
  readonly federates: boolean;
}

/**
 * How the credential of one Link is replaced.
 *
 * Neither reader notices a new content, so `credentialEpoch` restarts the service mirror, and somebody restarts the
 * control plane's reader. A pushed credential takes two raises: the first pushes, the second reads what was pushed.
 */
export function rotationPlan(planned: PlannedLink): Plan {
  const { link } = planned;
  const steps =
    link.credentials?.kind === 'externalSecrets' && link.credentials.push ? pushed(planned) : stored(planned);
  return { title: `Rotate the credential of ${link.source} for ${link.target}`, steps };
}

function pushed(planned: PlannedLink): Step[] {
  const { link, source, target } = planned;
  return [
    replaceToken(planned, []),
    raise(planned, 1, {
      title: `Push the new token`,
      synced: target,
      checks: [
        `\`kubectl --context ${target.argocdName} -n ${target.namespace} get pushsecret link-credentials-${link.source} -o jsonpath='{.status.conditions[?(@.type=="Ready")].status} {.status.refreshTime}'\` prints True, and a time later than the sync`,
      ],
    }),
    raise(planned, 2, {
      title: `Read the new token in ${link.source}`,
      synced: source,
      checks: readChecks(planned),
    }),
    restartDestination(planned),
  ];
}

function stored(planned: PlannedLink): Step[] {
  return [
    replaceToken(planned, [whereItGoes(planned), ...whoElseReads(planned)]),
    raise(planned, 1, {
      title: `Read the new credential in ${planned.link.source}`,
      synced: planned.source,
      checks: readChecks(planned),
    }),
    restartDestination(planned),
  ];
}

/**
 * The account goes, not its token Secret alone.
 *
 * A token of a Secret holds the names and the uid of its account and the name of its Secret, no time and no number. An
 * RSA key, which most clusters sign with, makes the very same token of that again for a Secret of the same name, and
 * who has the old one is let in as before; an account that is made again has another uid.
 * `test/e2e/rotation.test.ts` shows both.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/serviceaccount/legacy.go
 */
function replaceToken(planned: PlannedLink, more: readonly string[]): Step {
  const { link, target } = planned;
  const context = `kubectl --context ${target.argocdName} -n ${target.namespace}`;
  const secret = `${link.accessAccount}-token`;
  return {
    title: `Replace the token in ${target.name}`,
    actions: [
      `\`${context} delete serviceaccount ${link.accessAccount}\`: its token Secret goes with it; deleting the Secret alone may bring the same token back`,
      `\`${context} wait --for=delete secret/${secret} --timeout=60s\`: one that is left would go after the sync`,
      `${syncOf(target)}: it makes both again, with a new token`,
      'from here to the end changes of exported Services are not followed; mirrors and traffic through gateways stay as they are, flat and federated Services keep the endpoints that they have: roll none of the pods behind those until the end',
      ...more,
    ],
    checks: [
      `\`${context} get secret ${secret} -o jsonpath='{.metadata.annotations}'\` prints the uid that \`${context} get serviceaccount ${link.accessAccount} -o jsonpath='{.metadata.uid}'\` prints`,
    ],
  };
}

function whereItGoes({ link, source }: PlannedLink): string {
  const { credentials } = link;
  switch (credentials?.kind) {
    case 'externalSecrets':
      return `build the kubeconfig with it and put it into the store ${credentials.store}, key ${credentials.key}, property ${credentials.property}`;
    case 'sealedSecrets':
      return `build the kubeconfig with it, seal it for ${source.name}, and put the ciphertext into the commit of the next step`;
    default:
      return `build the kubeconfig with it and replace both Secrets, as credentials-${link.target}.md in the folder of ${source.argocdName} says`;
  }
}

/** Links whose sources take part in the rotation unasked, as they read the same property of the store. */
function whoElseReads({ link, links }: PlannedLink): string[] {
  const { credentials } = link;
  if (credentials?.kind !== 'externalSecrets') return [];
  const { ofProperty } = storeReaders(link, credentials, links);
  if (ofProperty.length === 0) return [];
  return [
    `${whoRead(ofProperty)} that property as well and would act as ${link.accessAccount}: give each Link a property or a key of its own first`,
  ];
}

/** A commit that raises the epoch, and the cluster that it is for; where both are synced nothing is lost. */
function raise(
  planned: PlannedLink,
  by: number,
  { synced, ...step }: Pick<Step, 'title' | 'checks'> & { readonly synced: Cluster },
): Step {
  const { config, link } = planned;
  const credentialEpoch = (link.credentialEpoch ?? 0) + by;
  return {
    ...step,
    fleet: withLinkOptions(config, link, { credentialEpoch }),
    actions: [
      // the first commit leaves it one
      ...(by === 1 ? ownEntry(config, link) : []),
      `set credentialEpoch: ${credentialEpoch} on the Link ${link.source} → ${link.target}`,
      '`linkspan synth`',
      syncOf(synced),
    ],
  };
}

function readChecks({ link, source, target, mirror }: PlannedLink): string[] {
  const context = `kubectl --context ${source.argocdName}`;
  const secret = credentialsName(link.target);
  const answers = (namespace: string): string =>
    `\`${context} -n ${namespace} get secret ${secret} -o jsonpath='{.data.kubeconfig}' | base64 -d | kubectl --kubeconfig /dev/stdin get services -A\` lists Services of ${target.name}: its API takes the token, where before it refused it`;
  return [
    `\`${context} -n ${source.namespace} rollout status deploy/${mirror}\` ends`,
    `\`${context} -n ${source.namespace} get secret ${secret} -o yaml | linkspan credentials verify - --link ${link.source}/${link.target}\` says that Linkerd would accept it`,
    answers(source.namespace),
    answers(source.linkerdNamespace),
  ];
}

/** How a plan says that Argo CD shall apply the folder of a cluster. */
export function syncOf({ argocdName }: Cluster): string {
  return `sync the Application of ${argocdName}`;
}

function restartDestination({ source }: PlannedLink): Step {
  const context = `kubectl --context ${source.argocdName} -n ${source.linkerdNamespace}`;
  return {
    title: `Restart the other reader in ${source.name}`,
    actions: [
      `\`${context} rollout restart deploy/linkerd-destination\``,
      'it belongs to the control plane, whose manifests are not ours; only flat and federated services need it',
    ],
    checks: [
      `\`${context} rollout status deploy/linkerd-destination\` ends`,
      `\`linkerd --context ${source.argocdName} multicluster check\` is clean`,
    ],
  };
}
