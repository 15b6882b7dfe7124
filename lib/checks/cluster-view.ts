import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { BindingSymbol, RoleSymbol } from '../symbols/kinds/access.js';
import type { SecretSymbol } from '../symbols/kinds/credential.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import { labelOf, type ObjectSymbol } from '../symbols/object.js';
import type { ClusterFacts, FleetFacts } from './facts.js';
import { releasePoint } from '../releases/release-point.js';

/** One cluster as rules ask about it: symbols, facts and what can be looked up by name. */
export interface ClusterView {
  readonly symbols: ClusterSymbols;
  readonly name: string;
  readonly facts: ClusterFacts;
  /** Point of the multicluster release that runs; undefined when nothing tells. */
  readonly release?: number;
  /** The release in upstream's words, `edge-26.8.2`. */
  readonly releaseName?: string;
  /** `svc.<this>` is what the cluster's gateway and DNS serve. */
  readonly clusterDomain?: string;
  readonly trustDomain?: string;
  /** Services by `namespace/name`. */
  readonly services: ReadonlyMap<string, ServiceSymbol>;
  /** Secrets that exist or will, by `namespace/name` of the Secret. */
  readonly secrets: ReadonlyMap<string, SecretSymbol>;
  /** Secrets that exist or will, by the cluster that label `multicluster.linkerd.io/cluster-name` names. */
  readonly secretsByTarget: ReadonlyMap<string, readonly SecretSymbol[]>;
  /** Secrets that exist or will, by name alone. */
  readonly secretsByName: ReadonlyMap<string, readonly SecretSymbol[]>;
  /** Bindings by the name of an account they bind. */
  readonly bindingsByAccount: ReadonlyMap<string, readonly BindingSymbol[]>;
  /** Roles by `Role/namespace/name`, ClusterRoles by `ClusterRole//name`. */
  readonly roles: ReadonlyMap<string, RoleSymbol>;
  /** Names of ServiceAccounts as `namespace/name`. */
  readonly accounts: ReadonlyMap<string, ObjectSymbol>;
  readonly namespaces: ReadonlySet<string>;
  /** Gateway Services: those the chart marks, with a port `mc-gateway`. */
  readonly gateways: readonly ServiceSymbol[];
  /** Mirror controllers by the Link they serve, chart-made and legacy ones. */
  readonly controllers: ReadonlyMap<string, readonly WorkloadSymbol[]>;
  /** Local mirrors, which put local Services into federated ones. */
  readonly localMirrors: readonly WorkloadSymbol[];
  /** Namespaces that the extension is installed into: those of its Links, gateways and controllers. */
  readonly extensionNamespaces: ReadonlySet<string>;
  /** Accounts for other clusters' controllers, by name. */
  readonly remoteAccess: ReadonlyMap<string, ObjectSymbol>;
  /** True when the manifests hold an install of the extension, not only some objects of it. */
  readonly hasExtension: boolean;
}

const controllerComponents = new Set(['controller', 'service-mirror', 'linkerd-service-mirror']);

/** Looks a cluster's symbols over once, so that every rule finds things by name. */
export function viewOf(symbols: ClusterSymbols, fleet: FleetFacts, facts: ClusterFacts): ClusterView {
  const releaseName = facts.release ?? fleet.release ?? releaseOf(symbols);
  const controllers = new Map<string, WorkloadSymbol[]>();
  for (const workload of symbols.workloads) {
    const link = labelOf(workload, 'mirror.linkerd.io/cluster-name')?.value;
    const component = workload.labels.component ?? '';
    if (link === undefined || !controllerComponents.has(component)) continue;
    const known = controllers.get(link);
    if (known === undefined) controllers.set(link, [workload]);
    else known.push(workload);
  }
  const gateways = symbols.services.filter(isGateway);
  const localMirrors = symbols.workloads.filter(
    ({ labels, kind }) => labels.component === 'local-service-mirror' && kind === 'Deployment',
  );
  return {
    symbols,
    name: symbols.name,
    facts,
    ...(releaseName === undefined ? {} : { releaseName, release: releasePoint(releaseName) }),
    clusterDomain: facts.clusterDomain ?? symbols.controlPlane?.clusterDomain?.value ?? fleet.clusterDomain,
    trustDomain: facts.trustDomain ?? symbols.controlPlane?.trustDomain?.value ?? fleet.trustDomain,
    services: byName(symbols.services),
    secrets: new Map(
      symbols.secrets.map((secret) => [`${secret.namespace ?? ''}/${secret.secretName.value}`, secret]),
    ),
    secretsByTarget: grouped(symbols.secrets, (secret) => [
      secret.secretLabels['multicluster.linkerd.io/cluster-name']?.value,
    ]),
    secretsByName: grouped(symbols.secrets, (secret) => [secret.secretName.value]),
    bindingsByAccount: grouped(symbols.bindings, (binding) =>
      binding.subjects.map((subject) => subject.name),
    ),
    roles: new Map(symbols.roles.map((role) => [`${role.kind}/${role.namespace ?? ''}/${role.name}`, role])),
    accounts: byName(symbols.serviceAccounts),
    namespaces: new Set(symbols.namespaces.map((namespace) => namespace.name)),
    gateways,
    controllers,
    localMirrors,
    extensionNamespaces: new Set(
      [...symbols.links, ...gateways, ...localMirrors, ...[...controllers.values()].flat()]
        .flatMap(({ namespace }) => namespace ?? [])
        .concat('linkerd-multicluster'),
    ),
    remoteAccess: remoteAccessOf(symbols),
    hasExtension: symbols.workloads.some(
      (workload) =>
        workload.labels['linkerd.io/extension'] === 'multicluster' ||
        controllerComponents.has(workload.labels.component ?? ''),
    ),
  };
}

function isGateway(service: ServiceSymbol): boolean {
  return (
    service.annotations['mirror.linkerd.io/multicluster-gateway'] === 'true' ||
    service.ports.some((port) => port.name?.value === 'mc-gateway')
  );
}

/** Accounts with a long-lived token and a ClusterRoleBinding, as the chart and `allow` make them. */
function remoteAccessOf(symbols: ClusterSymbols): ReadonlyMap<string, ObjectSymbol> {
  const bound = new Set(
    symbols.bindings.flatMap((binding) =>
      binding.kind === 'ClusterRoleBinding' && binding.role?.value === binding.name
        ? binding.subjects.map((subject) => subject.name)
        : [],
    ),
  );
  const withToken = new Set(
    symbols.secrets.flatMap((secret) =>
      secret.type?.value === 'kubernetes.io/service-account-token'
        ? (secret.secretAnnotations['kubernetes.io/service-account.name']?.value ?? [])
        : [],
    ),
  );
  return new Map(
    symbols.serviceAccounts
      .filter(
        ({ name, labels }) =>
          (bound.has(name) || withToken.has(name)) &&
          (labels['linkerd.io/extension'] === 'multicluster' ||
            name.startsWith('linkerd-service-mirror-remote-access')) &&
          labels.component === undefined,
      )
      .map((account) => [account.name, account]),
  );
}

function grouped<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function byName<T extends ObjectSymbol>(objects: readonly T[]): ReadonlyMap<string, T> {
  return new Map(objects.map((object) => [`${object.namespace ?? ''}/${object.name}`, object]));
}

/** The release that most objects of the extension were made by; else the one of its images. */
function releaseOf(symbols: ClusterSymbols): string | undefined {
  const votes = new Map<string, number>();
  const vote = (name: string | undefined) => {
    if (name !== undefined && releasePoint(name) !== undefined) votes.set(name, (votes.get(name) ?? 0) + 1);
  };
  for (const object of [
    ...symbols.services,
    ...symbols.serviceAccounts,
    ...symbols.crds,
    ...symbols.workloads,
  ]) {
    if (object.labels['linkerd.io/extension'] !== 'multicluster' && !object.name.startsWith('links.'))
      continue;
    vote(/^linkerd\/(?:helm|cli) (\S+)$/.exec(object.annotations['linkerd.io/created-by'] ?? '')?.[1]);
  }
  for (const workload of symbols.workloads) {
    for (const { image } of workload.containers)
      vote(/linkerd\/controller:([\w.-]+)$/.exec(image?.value ?? '')?.[1]);
  }
  if (votes.size === 0) vote(symbols.controlPlane?.version?.value);
  let best: string | undefined;
  for (const [name, count] of votes) {
    if (best === undefined || count > (votes.get(best) ?? 0)) best = name;
  }
  return best;
}
