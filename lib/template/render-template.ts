import { chartObjects, type Hooks } from '../chart/chart.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { toYamlDocuments } from '../manifests/serialize.js';
import { gatherValues, type ValuesSources } from './read-values-files.js';
import { placedInValues } from './values-places.js';

/** What `linkspan template` renders. */
export interface TemplateRequest extends ValuesSources {
  readonly release: string;
  readonly namespace: string;
  /** Helm's objects exactly: hooks, nulls and helm-only labels included. */
  readonly isExact: boolean;
  readonly hooks?: Hooks;
}

/** Text to print, empty where an error forbids it. */
export interface Rendered {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The chart of a release as YAML documents.
 *
 * Without `isExact`, fields are sorted and empty ones left out, as appliers do it anyway.
 */
export function renderTemplate(request: TemplateRequest): Rendered {
  const { release, namespace, isExact, hooks } = request;
  const gathered = gatherValues(request);
  if (hasErrors(gathered.diagnostics)) return { text: '', diagnostics: gathered.diagnostics };
  const { objects, diagnostics } = chartObjects({
    release,
    values: gathered.values,
    namespace,
    ...(isExact && { parity: 'exact' as const }),
    ...(hooks !== undefined && { hooks }),
  });
  const placed = diagnostics.map((diagnostic) => placedInValues(diagnostic, gathered.sources));
  const all = [...gathered.diagnostics, ...placed];
  if (hasErrors(all)) return { text: '', diagnostics: all };
  return { text: toYamlDocuments('', objects, isExact ? 'given' : 'sorted'), diagnostics: all };
}
