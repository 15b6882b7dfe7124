import { standingNamespaces } from '../../../manifests/standing-namespaces.js';
import type { ClusterView } from '../../cluster-view.js';
import { mirroredBy, mirroringIn } from '../../exports.js';
import { cannotTell } from '../../missing-fact.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/**
 * The namespace of an exported Service exists in the source.
 *
 * An info, as other files may create it; where no file names any namespace of an application, nothing can be told.
 */
export const exportNamespace = rule('EXPORT_NAMESPACE', {
  group: 'exports',
  severity: 'info',
  reach: 'links',
  fix: 'create the namespace in the source, or set `enableNamespaceCreation: true` in its values',
  source: clusterWatcher,
  symptoms: [
    'Skipped mirroring service: namespace does not exist',
    'MissingNamespace in the status of a Link',
  ],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      const mirrored = mirroredBy(edge);
      if (mirrored.length === 0 || createsNamespaces(edge.controllers)) continue;
      const known = namespacesOf(edge.source);
      if (!isTold(edge.source)) {
        if (mirrored.some(({ service }) => !known.has(service.namespace ?? 'default')))
          report.unknown(cannotTell.namespaces, edge.source.name);
        continue;
      }
      const told = new Set<string>();
      for (const { service } of mirrored) {
        const namespace = service.namespace ?? 'default';
        if (known.has(namespace) || told.has(namespace)) continue;
        told.add(namespace);
        report({
          at: service,
          field: service,
          link: edge.label,
          message: `no file of ${edge.source.name} creates namespace ${namespace}, which Service ${service.name} is mirrored to`,
        });
      }
    }
  },
});

function createsNamespaces(controllers: ClusterView['symbols']['workloads']): boolean {
  return controllers.some((workload) =>
    workload.containers.some((container) =>
      container.args.some(({ value }) => value.startsWith('-enable-namespace-creation')),
    ),
  );
}

const cache = new WeakMap<ClusterView, ReadonlySet<string>>();

/** Namespaces that exist: those that files create, those that have an object, and those of every cluster. */
function namespacesOf(view: ClusterView): ReadonlySet<string> {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const { services, workloads, configs, serviceAccounts } = view.symbols;
  const namespaces = new Set(view.namespaces);
  for (const name of standingNamespaces) namespaces.add(name);
  for (const object of [...services, ...workloads, ...configs, ...serviceAccounts]) {
    if (object.namespace !== undefined) namespaces.add(object.namespace);
  }
  cache.set(view, namespaces);
  return namespaces;
}

/** True when the files create namespaces beside those of Linkerd itself. */
function isTold(view: ClusterView): boolean {
  return [...view.namespaces].some((name) => !name.startsWith('linkerd'));
}
