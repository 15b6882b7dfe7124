import type { Release } from '../releases/release.js';
import { releaseOfChart } from '../releases/chart-version.js';
import type { Step } from '../symbols/field.js';
import { valueAt, type Plain } from '../symbols/raw-value.js';

/** The chart that values are judged as those of. */
export const chartName = 'linkerd-multicluster';

/** Values of a chart that an object of Argo CD or Flux carries itself. */
export interface InlineValues {
  readonly path: readonly Step[];
  readonly values: unknown;
  /** The chart, by name; undefined where it is a folder. */
  readonly chart?: string;
  /** The release that its version tells, where it is `linkerd-multicluster`. */
  readonly release?: Release;
  /** True when the object lays other values over these, or may. */
  readonly isOverlaid: boolean;
}

/** The values that an Application, an ApplicationSet or a HelmRelease carries, of whatever chart; none in other kinds. */
export function inlineValuesOf(object: Plain): InlineValues[] {
  switch (object.kind) {
    case 'Application':
      return ofSources(object.spec, ['spec'], false);
    case 'ApplicationSet':
      return ofSources(
        valueAt(object, ['spec', 'template', 'spec']),
        ['spec', 'template', 'spec'],
        valueAt(object, ['spec', 'templatePatch']) !== undefined,
      );
    case 'HelmRelease':
      return [
        {
          path: ['spec', 'values'],
          values: valueAt(object, ['spec', 'values']),
          ...chartIn(valueAt(object, ['spec', 'chart', 'spec']), 'version'),
          isOverlaid: false,
        },
      ];
    default:
      return [];
  }
}

function ofSources(spec: unknown, path: readonly Step[], isPatched: boolean): InlineValues[] {
  const sources = valueAt(spec, ['sources']);
  return [
    [valueAt(spec, ['source']), [...path, 'source']] as const,
    ...(Array.isArray(sources) ? sources : []).map((each, i) => [each, [...path, 'sources', i]] as const),
  ].flatMap(([source, below]) =>
    ['valuesObject', 'values'].map((key) => ({
      path: [...below, 'helm', key],
      values: valueAt(source, ['helm', key]),
      ...chartIn(source, 'targetRevision'),
      isOverlaid: isPatched || overlays.some((overlay) => valueAt(source, ['helm', overlay]) !== undefined),
    })),
  );
}

/** What Argo CD hands to Helm as flags, which win over values. */
const overlays = ['parameters', 'fileParameters'] as const;

function chartIn(source: unknown, versionKey: string): Pick<InlineValues, 'chart' | 'release'> {
  const chart = valueAt(source, ['chart']);
  if (typeof chart !== 'string') return {};
  const version = valueAt(source, [versionKey]);
  const release = chart === chartName && typeof version === 'string' ? releaseOfChart(version) : undefined;
  return { chart, ...(release !== undefined && { release }) };
}
