import { renderChart } from '../chart/chart.js';
import { laterValues } from '../chart/later-values.js';
import { hasErrors, type Diagnostic, type Place } from '../diagnostics/diagnostic.js';
import type { HelmMap } from '../helm/value.js';
import type { Release } from '../releases/release.js';
import { hasPlaceholder } from '../symbols/placeholder.js';

/** Values that an object of Argo CD or Flux carries for a release of the chart. */
interface Inline {
  readonly release: Release;
  readonly values: HelmMap;
  /** True when other values are laid over these, or may be. */
  readonly isOverlaid: boolean;
  readonly file: string;
  /** Where the key of a path such as `gateway.probe` stands. */
  readonly place: (path: string) => Place;
}

/**
 * What the chart makes of values that an object carries: those that only a later release knows, and those that Helm
 * fails on, such as a `gateway:` with nothing below it.
 *
 * Nothing is rendered where something fills values in, or lays others over them, or where `found` holds an error: that
 * says better, and where, why Helm would stop. Reports CHART_VALUE_LATER and CHART_HELM_FAILS.
 */
export function inlineRendering(
  { release, values, isOverlaid, file, place }: Inline,
  found: readonly Diagnostic[],
): Diagnostic[] {
  const later = laterValues(release, values, place, file);
  if (isOverlaid || hasErrors(found) || holdsPlaceholder(values)) return later;
  const { diagnostics } = renderChart({ release, values, namespace: 'linkerd-multicluster', order: 'any' });
  // what is emptied lacks all that the chart reads below it; once is enough
  const failures = new Map<string, Diagnostic>();
  for (const failure of diagnostics) {
    if (failure.code !== 'CHART_HELM_FAILS') continue;
    const at = place(failure.path ?? '');
    const key = `${at.line ?? 0}:${at.column ?? 0}`;
    if (!failures.has(key)) failures.set(key, { ...failure, file, ...at });
  }
  return [...later, ...failures.values()];
}

function holdsPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return hasPlaceholder(value);
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, inner]) => hasPlaceholder(key) || holdsPlaceholder(inner))
  );
}
