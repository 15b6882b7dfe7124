import type { Diagnostic } from './diagnostic.js';

/** What was looked at. */
export interface Looked {
  readonly clusters: number;
  readonly links: number;
  readonly objects: number;
}

/** What was looked at, and what was found. */
export interface Summary extends Looked {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts diagnostics by severity. */
export function summaryOf(diagnostics: readonly Diagnostic[], looked: Looked): Summary {
  const count = (severity: string) => diagnostics.filter((d) => d.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), ...looked };
}

/** The summary as one line: `2 errors, 1 warning, 0 infos in 3 clusters (2 Links, 95 objects)`. */
export function summaryText({ errors, warnings, infos, clusters, links, objects }: Summary): string {
  const of = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `${of(errors, 'error')}, ${of(warnings, 'warning')}, ${of(infos, 'info')} in ${of(clusters, 'cluster')} (${of(links, 'Link')}, ${of(objects, 'object')})`;
}
