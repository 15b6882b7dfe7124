import type { SelectorConfig } from '../config/topology-config.js';
import { withLinkOptions, withoutLink } from './change-link.js';
import { syncOf, type PlannedLink } from './rotate.js';
import type { Plan } from './step.js';

/** Selects no Service, as nobody labels one so; Linkerd's own keys are never copied to mirrors. */
function nothing(key: 'exported' | 'federated', value: string): SelectorConfig {
  return { matchLabels: { [`mirror.linkerd.io/${key}`]: value } };
}

/**
 * How one Link goes without leaving anything behind.
 *
 * A service mirror removes mirror services that its Link no longer selects, and none when the Link itself goes. So the
 * Link is drained first, and leaves together with account, token and rights in the target afterwards.
 */
export function unlinkPlan({ config, link, source, target, federates }: PlannedLink): Plan {
  const drained = withLinkOptions(config, link, {
    ...(link.selector !== undefined && { selector: nothing('exported', 'drained') }),
    ...(link.remoteDiscoverySelector !== undefined && {
      remoteDiscoverySelector: nothing('exported', 'drained-remote-discovery'),
    }),
    ...(federates && { federatedServiceSelector: nothing('federated', 'drained') }),
  });
  const context = `kubectl --context ${source.argocdName}`;
  const { credentials } = link;
  const leftBehind =
    credentials?.kind === 'externalSecrets'
      ? [`delete the key ${credentials.key} from the store ${credentials.store}: it holds a dead token`]
      : credentials?.kind === 'manual'
        ? [
            ...[source.namespace, source.linkerdNamespace].map(
              (namespace) =>
                `\`${context} -n ${namespace} delete secret cluster-credentials-${link.target}\`: nobody else made or removes it`,
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
          `\`linkspan predict\` lists what ${source.name} mirrors; each of these Services is called by nobody (linkerd viz stat, or metrics of the gateway in ${target.name})`,
        ],
      },
      {
        title: `Drain the Link: ${source.name} removes its mirror services`,
        fleet: drained,
        actions: [
          `set the selectors of the Link ${link.source} → ${link.target} to labels that no Service carries: selector mirror.linkerd.io/exported: drained, remoteDiscoverySelector mirror.linkerd.io/exported: drained-remote-discovery, federatedServiceSelector mirror.linkerd.io/federated: drained (those that the Link has)`,
          '`linkspan synth`',
          syncOf(source),
        ],
        checks: [
          `\`${context} get services -A -l mirror.linkerd.io/cluster-name=${link.target},mirror.linkerd.io/mirrored-service=true\` finds nothing`,
        ],
      },
      {
        title: 'Remove the Link',
        fleet: withoutLink(config, link),
        allowRemove: allowed,
        actions: [
          `remove the Link ${link.source} → ${link.target} from the topology, and what the values files say of its controller`,
          `\`linkspan synth ${allowed.map((name) => `--allow-remove ${name}`).join(' ')}\``,
          `${syncOf(source)}, with prune: Link, service mirror and credentials go`,
          `then ${syncOf(target)}, with prune: account, rights and token Secret go, and the token is refused from then on`,
        ],
        checks: [
          `\`${context} -n ${source.namespace} get links,deployments\` shows nothing of ${link.target}`,
          `\`kubectl --context ${target.argocdName} -n ${target.namespace} get serviceaccounts,secrets\` shows nothing of ${link.accessAccount}`,
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
