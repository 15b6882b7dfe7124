import type { Manifest } from '../../../lib/manifests/manifest.js';
import type { Api } from './api.js';
import { areServed } from './crds.js';
import { at, textAt } from './record.js';
import { until } from './wait.js';

const manager = 'linkspan-e2e';

/**
 * Applies the objects of a cluster in the order in which Argo CD does: Namespaces, CRDs, all else.
 *
 * `prepare` runs once Namespaces exist. Returns what was refused, in the API server's words.
 */
export async function deliver(
  api: Api,
  manifests: readonly Manifest[],
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const isFirst = ({ kind }: Manifest): boolean => kind === 'Namespace';
  const isSecond = ({ kind }: Manifest): boolean => kind === 'CustomResourceDefinition';
  const refused: string[] = [];
  const apply = async (manifest: Manifest): Promise<void> => {
    try {
      await api.apply(manifest, { manager });
    } catch (error) {
      refused.push(`${describeObject(manifest)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const manifest of manifests.filter(isFirst)) await apply(manifest);
  await prepare();
  for (const manifest of manifests.filter(isSecond)) {
    await apply(manifest);
    await until(`${manifest.metadata.name} is served`, () => areServed(api, [manifest]));
  }
  for (const manifest of manifests) if (!isFirst(manifest) && !isSecond(manifest)) await apply(manifest);
  return refused;
}

/** Kind, namespace and name of an object, for messages and for comparing sets of objects. */
export function describeObject({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** The version of every object as the API server counts them: any write that changes something raises it. */
export async function objectVersions(api: Api, manifests: readonly Manifest[]): Promise<Map<string, string>> {
  const versions = await Promise.all(
    manifests.map(async (manifest): Promise<[string, string]> => {
      const live = await api.get(manifest);
      const generation = at(live, 'metadata', 'generation');
      const version = String(at(live, 'metadata', 'resourceVersion'));
      // The status of a Deployment and the data of a token Secret move on by themselves; a generation does not.
      return [
        describeObject(manifest),
        typeof generation === 'number' ? `generation ${generation}` : version,
      ];
    }),
  );
  return new Map(versions);
}

/** Names what differs between two sets of versions, in order. */
export function changedObjects(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort();
}

/** Whether each object is there, by its name for messages. */
export async function liveObjects(api: Api, manifests: readonly Manifest[]): Promise<Map<string, string>> {
  const uids = await Promise.all(
    manifests.map(async (it): Promise<[string, string]> => [
      describeObject(it),
      textAt(await api.get(it), 'metadata', 'uid'),
    ]),
  );
  return new Map(uids.filter(([, uid]) => uid !== ''));
}
