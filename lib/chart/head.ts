import type { HelmValue } from '../helm/value.js';
import type { ChartObject } from './chart-object.js';

/** What Helm fails on when it looks at an object's head. */
export interface HeadProblem {
  readonly path: string;
  readonly what: string;
}

/**
 * Helm reads `metadata.name` and `metadata.annotations` of each object as text: numbers, booleans and null pass, lists and tables fail.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/releaseutil/manifest.go
 */
export function headProblem({ kind, metadata }: ChartObject): HeadProblem | undefined {
  if (isComposite(metadata.name))
    return { path: 'metadata.name', what: `Helm fails: the name of a ${kind} is no text` };
  const { annotations } = metadata;
  for (const key in annotations) {
    if (isComposite(annotations[key]))
      return { path: key, what: `Helm fails: this annotation of a ${kind} is no text` };
  }
  return undefined;
}

function isComposite(value: HelmValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}
