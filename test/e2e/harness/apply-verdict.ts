import type { Cluster } from './cluster.js';
import { kubectl } from './kubectl.js';

/** What an API server made of manifests. */
export interface ApplyVerdict {
  readonly isAccepted: boolean;
  /** The refusals in kubectl's and the server's words; empty for what was accepted without a word. */
  readonly words: string;
}

/**
 * Gives manifests to an API server by server-side apply with strict validation, as whoever runs `kubectl apply` does.
 *
 * For good, and removed afterwards: a dry run allocates nothing, and takes a node port outside the range for granted.
 */
export async function applyVerdict({ kubeconfig }: Cluster, yaml: string): Promise<ApplyVerdict> {
  const apply = ['apply', '--server-side', '--validate=strict', '--force-conflicts', '-f', '-'];
  const { isSuccess, output } = await kubectl(kubeconfig, apply, yaml);
  const lines = output.split('\n');
  const words = lines.filter((line) => !line.endsWith(' serverside-applied')).join('\n');
  if (lines.some((line) => line.endsWith(' serverside-applied'))) {
    await kubectl(kubeconfig, ['delete', '--ignore-not-found', '--now', '-f', '-'], yaml);
  }
  return { isAccepted: isSuccess, words };
}
