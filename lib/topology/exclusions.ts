import type { LinkOptions } from '../config/topology-config.js';
import { byCodeUnits } from '../diagnostics/order.js';

/**
 * Labels by which Argo CD tracks objects. Copied to a mirror service they make Argo CD adopt and prune it.
 * @see https://github.com/linkerd/linkerd2/issues/11358
 */
const trackingLabels = ['app.kubernetes.io/instance', 'argocd.argoproj.io/*'];
const trackingAnnotations = ['argocd.argoproj.io/*', 'kubectl.kubernetes.io/*'];

/** What is not copied from exported Services to their mirrors, sorted, each once. */
export function exclusionsOf(options: LinkOptions): {
  labels: readonly string[];
  annotations: readonly string[];
} {
  return {
    labels: sortedOnce([...trackingLabels, ...(options.excludedLabels ?? [])]),
    annotations: sortedOnce([...trackingAnnotations, ...(options.excludedAnnotations ?? [])]),
  };
}

function sortedOnce(items: readonly string[]): string[] {
  return [...new Set(items)].sort(byCodeUnits);
}
