import { releasePoint } from '../releases/release-point.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';

/** The release that most objects of the extension were made by, in upstream's words; else the one of its images. */
export function releaseOf(symbols: ClusterSymbols): string | undefined {
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
    for (const { image } of workload.containers) vote(imageRelease(image?.value));
  }
  if (votes.size === 0) vote(symbols.controlPlane?.version?.value);
  let best: string | undefined;
  for (const [name, count] of votes) {
    if (best === undefined || count > (votes.get(best) ?? 0)) best = name;
  }
  return best;
}

/** The release that an image of the extension is of, by its tag. */
export function imageRelease(image: string | undefined): string | undefined {
  return /linkerd\/controller:([\w.-]+)$/.exec(image ?? '')?.[1];
}
