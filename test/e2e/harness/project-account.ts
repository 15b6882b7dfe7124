import type { Manifest } from '../../../lib/manifests/manifest.js';
import type { Api } from './api.js';
import type { Cluster } from './cluster.js';
import { at, textAt } from './record.js';

const account = { name: 'deployer', namespace: 'kube-system' };
const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** An account whose rights in a cluster are those that an AppProject grants, and no others. */
export interface ProjectAccount {
  readonly token: string;
  /** Grants what the project allows in its namespaces; they must exist by now. */
  readonly grantInNamespaces: () => Promise<void>;
}

/**
 * Creates the least account that could sync what an AppProject admits: its allowed kinds, as Kubernetes RBAC, in its
 * destinations' namespaces.
 *
 * RBAC itself lets nobody grant what they do not hold, so kinds of that group need `escalate` and `bind` besides.
 */
export async function createProjectAccount(
  { api, server }: Cluster,
  project: Manifest,
  argocdName: string,
): Promise<ProjectAccount> {
  const spec = at(project, 'spec');
  await api.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: account }, { manager: 'e2e' });
  const subjects = [{ kind: 'ServiceAccount', ...account }];
  const grant = async (kind: 'Role' | 'ClusterRole', rules: unknown[], namespace?: string): Promise<void> => {
    const metadata = { name: 'deployer', ...(namespace === undefined ? {} : { namespace }) };
    const apiVersion = 'rbac.authorization.k8s.io/v1';
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind, name: 'deployer' };
    await api.apply({ apiVersion, kind, metadata, rules }, { manager: 'e2e' });
    await api.apply({ apiVersion, kind: `${kind}Binding`, metadata, subjects, roleRef }, { manager: 'e2e' });
  };
  await grant('ClusterRole', await rulesFor(api, at(spec, 'clusterResourceWhitelist')));
  const answer = await api.create(
    `/api/v1/namespaces/${account.namespace}/serviceaccounts/${account.name}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 7200 },
    },
  );
  return {
    token: textAt(answer, 'status', 'token'),
    grantInNamespaces: async () => {
      const rules = await rulesFor(api, at(spec, 'namespaceResourceWhitelist'));
      for (const namespace of namespacesFor(at(spec, 'destinations'), argocdName, server))
        await grant('Role', rules, namespace);
    },
  };
}

/** Namespaces that the project's destinations name for a cluster. */
function namespacesFor(destinations: unknown, argocdName: string, server: string): string[] {
  return (Array.isArray(destinations) ? destinations : [])
    .filter(
      (it) => [argocdName, '*'].includes(textAt(it, 'name')) || [server, '*'].includes(textAt(it, 'server')),
    )
    .map((it) => textAt(it, 'namespace'))
    .filter((namespace, index, all) => all.indexOf(namespace) === index);
}

async function rulesFor(api: Api, allowed: unknown): Promise<unknown[]> {
  const rules: unknown[] = [];
  for (const entry of Array.isArray(allowed) ? (allowed as unknown[]) : []) {
    const [group, kind, name] = [textAt(entry, 'group'), textAt(entry, 'kind'), textAt(entry, 'name')];
    const plural = await pluralOf(api, group, kind);
    // One project serves all clusters, and not each has the CRDs of every kind in it.
    if (plural === undefined) continue;
    const common = { apiGroups: [group], resources: [plural] };
    const isRbac = group === 'rbac.authorization.k8s.io';
    const all = [...verbs, ...(isRbac ? ['escalate', 'bind'] : [])];
    // RBAC knows exact names only, and no names at all for what lists or watches.
    if (name === '' || /[*?[\]{}!]/.test(name)) rules.push({ ...common, verbs: all });
    else {
      rules.push({
        ...common,
        resourceNames: [name],
        verbs: all.filter((verb) => !['list', 'watch'].includes(verb)),
      });
      rules.push({ ...common, verbs: ['list', 'watch'] });
    }
  }
  return rules;
}

/** The plural of a kind, in whichever version of its group has it; undefined for a kind that is not served. */
async function pluralOf(api: Api, group: string, kind: string): Promise<string | undefined> {
  if (kind === '*') return '*';
  if (group === '') return (await api.resource('v1', kind)).name;
  const versions = at((await api.ask('GET', `/apis/${group}`)).body, 'versions');
  for (const version of Array.isArray(versions) ? (versions as unknown[]) : []) {
    const list = at(await api.send('GET', `/apis/${textAt(version, 'groupVersion')}`), 'resources');
    const found = (Array.isArray(list) ? (list as unknown[]) : []).find(
      (resource) => textAt(resource, 'kind') === kind && !textAt(resource, 'name').includes('/'),
    );
    if (found !== undefined) return textAt(found, 'name');
  }
  return undefined;
}
