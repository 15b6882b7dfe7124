import { isServiceName } from '../validation.js';
import { explain, type Explanation } from './explanation.js';
import { placeOf } from './given.js';
import type { GivenService } from './inventory.js';
import type { LinkView } from './link-view.js';

/** The Namespace is nowhere among the source's manifests; certain only where those hold all Namespaces. */
export function namespaceMissing(
  { source, namespaceCreation }: LinkView,
  exported: GivenService,
): Explanation | undefined {
  const { namespace } = exported.service.metadata;
  if (namespaceCreation || source.usedNamespaces.has(namespace) || source.namespaces.has(namespace))
    return undefined;
  return {
    ...explain(
      'namespace-missing',
      `no manifest of ${source.name} holds Namespace ${namespace}`,
      `create Namespace ${namespace} in ${source.name}, or set \`enableNamespaceCreation: true\` in its values`,
      placeOf(exported.given, 'metadata', 'namespace'),
    ),
    isCertain: source.namespaces.has('kube-system'),
  };
}

/** A name that no Service can have: the exported one's own, or what the Link makes of it. */
function unnameable(
  { link, target }: LinkView,
  { service, given }: GivenService,
  local: string,
): Explanation | undefined {
  const { name } = service.metadata;
  const form = 'a-z, 0-9 and -, not - first or last';
  if (!isServiceName(name)) {
    return explain(
      'name-invalid',
      `no Service can be named ${name}, so the API server of ${target.name} refuses it already`,
      `rename it: ${form}`,
      placeOf(given, 'metadata', 'name'),
    );
  }
  const { targetClusterName = '' } = link.spec;
  if (targetClusterName !== '' && isServiceName(local)) return undefined;
  return explain(
    'target-name',
    targetClusterName === ''
      ? `Link ${link.name} has no \`targetClusterName\`, and no Service can be named ${name}-`
      : `\`targetClusterName: ${targetClusterName}\` of Link ${link.name} makes the name ${local}, which no Service can have`,
    `name the target cluster in Link ${link.name}: ${form}`,
    placeOf(link.given, 'spec', 'targetClusterName'),
  );
}

/** What holds for a mirror and a federated Service alike: ports, then the name and its length. */
export function unacceptable(view: LinkView, exported: GivenService, local: string): Explanation | undefined {
  const { service, given } = exported;
  if ((service.spec.ports ?? []).length === 0) {
    return explain(
      'no-ports',
      'it has no ports, and such a Service is never mirrored',
      'declare its ports',
      placeOf(given, 'spec'),
    );
  }
  const unnamed = unnameable(view, exported, local);
  if (unnamed !== undefined) return unnamed;
  if (local.length <= 63) return undefined;
  const longest = 63 - (local.length - service.metadata.name.length);
  return explain(
    'name-too-long',
    `${local} has ${local.length} characters, and a Service's name at most 63`,
    `rename the Service to at most ${longest} characters`,
    placeOf(given, 'metadata', 'name'),
  );
}
