import type { SelectorConfig } from '../config/topology-config.js';
import { credentialsName } from '../link/credentials-name.js';
import { ownEntry, withLinkOptions, withoutLink } from './change-link.js';
import { syncOf, type PlannedLink } from './rotate.js';
import type { Plan } from './step.js';
import { propertiesOf, storeReaders, whoRead } from './store-readers.js';

/** Selects no Service, as nobody labels one so; Linkerd's own keys are never copied to mirrors. */
function nothing(key: 'exported' | 'federated', value: string): SelectorConfig {
  return { matchLabels: { [`mirror.linkerd.io/${key}`]: value } };
}

/** What is to be done about a credential in a store, where other Links may read the key or the very credential. */
function storeEntry({ link, links }: PlannedLink): { readonly first: string[]; readonly last: string[] } {
  const { credentials } = link;
  if (credentials?.kind !== 'externalSecrets') return { first: [], last: [] };
  const { key, store } = credentials;
  const { ofProperty, ofKey } = storeReaders(link, credentials, links);
  const names = propertiesOf(credentials);
  const properties = `${names.length === 1 ? 'property' : 'properties'} ${names.join(' and ')}`;
  if (ofProperty.length > 0) {
    const accounts = ofProperty.map(({ accessAccount }) => accessAccount).join(' or ');
    const read = `${whoRead(ofProperty)} it as well`;
    return {
      first: [
        `first see that ${properties} of the key ${key} in the store ${store} holds a token of ${accounts}, as ${read}: that of ${link.accessAccount} is refused after this step`,
      ],
      last: [`leave ${properties} of the key ${key} in the store ${store}: ${read}`],
    };
  }
  const last =
    ofKey.length > 0
      ? `delete ${properties} alone from the key ${key} of the store ${store}: the token is dead, but ${whoRead(ofKey)} other properties of that key`
      : `delete the key ${key} from the store ${store}: it holds a dead token`;
  return { first: [], last: [last] };
}

/**
 * How one Link goes without leaving anything behind.
 *
 * A service mirror removes mirror services that its Link no longer selects, and none when the Link itself goes. So the
 * Link is drained first, and leaves together with account, token and rights in the target afterwards.
 *
 * `deleteKept`: commands for what Argo CD does not prune.
 */
export function unlinkPlan(planned: PlannedLink, deleteKept: readonly string[]): Plan {
  const { config, link, source, target, federates } = planned;
  const drained = withLinkOptions(config, link, {
    ...(link.selector !== undefined && { selector: nothing('exported', 'drained') }),
    ...(link.remoteDiscoverySelector !== undefined && {
      remoteDiscoverySelector: nothing('exported', 'drained-remote-discovery'),
    }),
    ...(federates && { federatedServiceSelector: nothing('federated', 'drained') }),
  });
  const context = `kubectl --context ${source.argocdName}`;
  const { credentials } = link;
  const secret = credentialsName(link.target);
  const stored = storeEntry(planned);
  const leftBehind =
    credentials?.kind === 'externalSecrets'
      ? stored.last
      : credentials?.kind === 'manual'
        ? [
            ...[source.namespace, source.linkerdNamespace].map(
              (namespace) =>
                `\`${context} -n ${namespace} delete secret ${secret}\`: nobody else made or removes it`,
            ),
          ]
        : [];
  const allowed = [`${source.argocdName}/${link.target}`, `${target.argocdName}/${link.accessAccount}`];
  return {
    title: `Unlink ${link.source} from ${link.target}`,
    steps: [
      {
        title: 'Take the traffic away',
        actions: [
          `nothing in ${source.name} may call a Service whose name ends in -${link.target}, or rely on ${link.target} for a federated one`,
        ],
        checks: [
          `\`${context} get services -A -l mirror.linkerd.io/cluster-name=${link.target}\` lists the mirror services; each is called by nobody (linkerd viz stat, or metrics of the gateway in ${target.name})`,
        ],
      },
      {
        title: `Drain the Link: ${source.name} removes its mirror services`,
        fleet: drained,
        actions: [
          ...ownEntry(config, link),
          `set the selectors of the Link ${link.source} → ${link.target} to labels that no Service carries: selector mirror.linkerd.io/exported: drained, remoteDiscoverySelector mirror.linkerd.io/exported: drained-remote-discovery, federatedServiceSelector mirror.linkerd.io/federated: drained (those that the Link has)`,
          '`linkspan synth`',
          syncOf(source),
        ],
        checks: [
          `\`${context} get services -A -l mirror.linkerd.io/cluster-name=${link.target},mirror.linkerd.io/mirrored-service=true\` finds nothing`,
          // they carry no label that names a cluster
          ...(federates
            ? [
                `\`${context} get services -A -o jsonpath='{range .items[*]}{.metadata.namespace}/{.metadata.name} {.metadata.annotations.multicluster\\.linkerd\\.io/remote-discovery}{"\\n"}{end}' | sed -nE '/@${link.target}(,|$)/p'\` prints nothing: ${link.target} is out of every federated Service. Take a member that stays out of the annotation by hand; it went from ${link.target} while the service mirror was down`,
              ]
            : []),
        ],
      },
      {
        title: 'Remove the Link',
        fleet: withoutLink(config, link),
        allowRemove: allowed,
        actions: [
          ...stored.first,
          `remove the Link ${link.source} → ${link.target} from the topology, and what the values files say of its controller`,
          `\`linkspan synth ${allowed.map((name) => `--allow-remove ${name}`).join(' ')}\``,
          `${syncOf(source)}, with prune: Link, service mirror and credentials go`,
          `then ${syncOf(target)}, with prune: account, rights and token Secret go, and the token is refused from then on`,
          ...(deleteKept.length > 0
            ? [
                `delete by hand what \`delivery.keep\` holds back from pruning, in this order; the token is accepted until its account is gone: ${deleteKept.map((command) => `\`${command}\``).join(', ')}`,
              ]
            : []),
          ...(config.argocd?.createProject === true
            ? [
                'sync what applies `argocd/` after both, never before: the AppProject no longer allows what goes, and Argo CD prunes nothing that a project does not allow',
              ]
            : []),
        ],
        checks: [
          `\`${context} -n ${source.namespace} get links,deployments\` shows nothing of ${link.target}`,
          `\`${context} -n ${source.linkerdNamespace} get secrets\` shows no ${secret}, unless it was put there by hand`,
          `\`kubectl --context ${target.argocdName} -n ${target.namespace} get serviceaccounts,secrets,clusterroles,clusterrolebindings\` shows nothing of ${link.accessAccount}`,
        ],
      },
      {
        title: 'Clear what nobody manages',
        actions: [
          ...leftBehind,
          `\`${context} -n ${source.linkerdNamespace} rollout restart deploy/linkerd-destination\`, if the Link was flat or federated`,
        ],
        checks: [`\`linkerd --context ${source.argocdName} multicluster check\` is clean`],
      },
    ],
  };
}
