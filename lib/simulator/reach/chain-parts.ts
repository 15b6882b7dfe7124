import { credentialsOf } from '../../checks/credentials.js';
import type { ClusterView } from '../../checks/cluster-view.js';
import type { Edge, Fleet } from '../../checks/fleet.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ObjectSymbol } from '../../symbols/object.js';
import type { GivenService } from '../prediction/inventory.js';
import type { ChainCheck } from './code-concerns.js';
import { accountsFor } from './remote-account.js';
import type { Caller } from './reach.js';

type Reference = Pick<ObjectSymbol, 'kind' | 'namespace' | 'name'>;

function selected(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const terms = Object.entries(selector);
  return terms.length > 0 && terms.every(([key, value]) => labels[key] === value);
}

/** The objects that a chain runs through, with the check that each belongs to. */
export class ChainParts {
  /** True where several accounts of the target may be the one of the Link's credentials. */
  readonly hasManyAccounts: boolean;
  private readonly checks = new Map<string, ChainCheck>();

  constructor(fleet: Fleet, edge: Edge, exported: GivenService, mirror: string, caller: Caller) {
    const { source, target, link } = edge;
    this.add(source, link, 'Link');
    const { name: secret, namespace } = {
      name: link.clusterCredentialsSecret?.value,
      namespace: link.namespace,
    };
    for (const each of source.symbols.secrets) {
      if (each.secretName.value !== secret) continue;
      this.add(source, each, each.namespace === namespace ? 'credentials' : 'credentials of the proxies');
    }
    const { controlPlane } = credentialsOf(edge);
    if (controlPlane !== undefined) this.add(source, controlPlane, 'credentials of the proxies');
    for (const controller of edge.controllers) {
      this.add(source, controller, 'controller');
      this.addAccount(source, controller.serviceAccountName?.value, controller.namespace, 'controller');
    }
    const workload = source.symbols.workloads.find(
      (each) => each.name === caller.workload && each.namespace === caller.namespace,
    );
    if (workload !== undefined) this.add(source, workload, 'caller');
    const exportedNamespace = exported.service.metadata.namespace;
    this.add(source, { kind: 'Service', namespace: exportedNamespace, name: mirror }, 'name');
    this.addTrust(source);
    const accounts = target === undefined ? [] : accountsFor(fleet, edge, target);
    this.hasManyAccounts = accounts.length > 1;
    if (target !== undefined) this.addTarget(edge, target, exported, accounts);
  }

  /** The check that the object of a finding belongs to. */
  checkOf({ cluster, object }: Diagnostic): ChainCheck | undefined {
    return object === undefined ? undefined : this.checks.get(keyOf(cluster ?? '', object));
  }

  private addTarget(
    edge: Edge,
    target: ClusterView,
    { service }: GivenService,
    accounts: readonly ObjectSymbol[],
  ): void {
    const { namespace, name } = service.metadata;
    this.add(target, { kind: 'Service', namespace, name }, 'exported');
    this.addTrust(target);
    const { gateway } = edge;
    if (gateway !== undefined) this.add(target, gateway, 'gateway');
    for (const workload of target.symbols.workloads) {
      const isGateway =
        workload.namespace === gateway?.namespace && selected(gateway?.selector ?? {}, workload.podLabels);
      if (isGateway) this.add(target, workload, 'gateway');
      else if (workload.namespace === namespace && selected(service.spec.selector ?? {}, workload.podLabels))
        this.add(target, workload, 'endpoints');
    }
    for (const account of accounts) {
      this.add(target, account, 'account');
      this.addAccount(target, account.name, account.namespace, 'account');
      for (const secret of target.symbols.secrets) {
        const isToken = secret.type?.value === 'kubernetes.io/service-account-token';
        const owner = secret.secretAnnotations['kubernetes.io/service-account.name']?.value;
        if (secret.namespace !== account.namespace) continue;
        if (owner === account.name || (isToken && secret.name === `${account.name}-token`))
          this.add(target, secret, 'account');
      }
    }
  }

  private addTrust(view: ClusterView): void {
    const { controlPlane, trustRoots, issuers } = view.symbols;
    for (const each of [controlPlane, trustRoots, ...issuers].filter((given) => given !== undefined))
      this.add(view, each, 'trust');
  }

  private addAccount(
    view: ClusterView,
    name: string | undefined,
    namespace: string | undefined,
    check: ChainCheck,
  ): void {
    if (name === undefined) return;
    this.add(view, { kind: 'ServiceAccount', name, namespace }, check);
    for (const binding of view.bindingsByAccount.get(name) ?? []) {
      const isBound = binding.subjects.some(
        (s) => s.name === name && (s.namespace ?? '') === (namespace ?? ''),
      );
      if (isBound) this.add(view, binding, check);
    }
  }

  private add(view: ClusterView, object: Reference, check: ChainCheck): void {
    const key = keyOf(view.name, object);
    if (!this.checks.has(key)) this.checks.set(key, check);
  }
}

function keyOf(cluster: string, { kind, namespace = '', name }: Reference): string {
  return JSON.stringify([cluster, kind, namespace, name]);
}
