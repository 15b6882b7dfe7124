import { chartObjects, type ChartProps } from '../../lib/chart/chart.js';
import { hasErrors, type Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import type { HelmMap } from '../../lib/helm/value.js';
import type { Manifest } from '../../lib/manifests/manifest.js';

/** Any field of any object, for a test that knows what it looks at. */
export type Fields = Record<string, never> & Manifest;

/** The chart's objects by `Kind name`, for values that must render. */
export function rendered(values: HelmMap | string, props: Partial<ChartProps> = {}): Map<string, Fields> {
  const { objects, diagnostics } = render(values, props);
  if (hasErrors(diagnostics)) throw new Error(JSON.stringify(diagnostics));
  return new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object as Fields]));
}

/** The errors for values that must not render. */
export function refused(values: HelmMap | string, props: Partial<ChartProps> = {}): readonly Diagnostic[] {
  const { objects, diagnostics } = render(values, props);
  if (objects.length > 0) throw new Error('the values were rendered');
  return diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
}

function render(values: HelmMap | string, props: Partial<ChartProps>) {
  return chartObjects({
    release: 'edge-26.8.3',
    namespace: 'linkerd-multicluster',
    parity: 'exact',
    ...props,
    values,
  });
}

/** The value at a path of an object: `spec.ports.0.port`. */
export function at(object: unknown, path: string): unknown {
  let value = object;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[step];
  return value;
}
