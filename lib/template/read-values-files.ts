import { readTextFile } from '../config/read-text-file.js';
import { tooLarge } from '../config/yaml/text-guard.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { mergeFiles } from '../helm/merge.js';
import { readValues } from '../helm/read-values.js';
import { applySet } from '../helm/set-flag.js';
import type { HelmMap } from '../helm/value.js';
import type { ValuesSource } from './values-places.js';

/** Where values come from, in the order in which they are laid over each other. */
export interface ValuesSources {
  /** Values files, `-` for standard input. */
  readonly files: readonly string[];
  /** `--set` expressions. */
  readonly set: readonly string[];
  /** `--set-string` expressions. */
  readonly setString: readonly string[];
}

/** Values of all sources, with what is wrong with them. */
export interface GatheredValues {
  readonly values: HelmMap;
  /** What each source sets, in their order. */
  readonly sources: readonly ValuesSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads values as `helm template` does: files left to right, then `--set`, then `--set-string`.
 *
 * Reports what `readTextFile` reports, YAML_TOO_LARGE, VALUES_UNREADABLE and SET_FORM.
 */
export function gatherValues({ files, set, setString }: ValuesSources): GatheredValues {
  const diagnostics: Diagnostic[] = [];
  const sources: ValuesSource[] = [];
  let values: HelmMap = {};
  for (const file of files) {
    const { text, diagnostics: unreadable } = readTextFile(file);
    diagnostics.push(...unreadable);
    if (text === undefined) continue;
    // Helm's own reader would be exhausted too
    const tooLong = tooLarge(text, file);
    diagnostics.push(...tooLong);
    if (tooLong.length > 0) continue;
    const read = readValues(text, file);
    diagnostics.push(...read.diagnostics);
    if (hasErrors(read.diagnostics)) continue;
    values = mergeFiles(values, read.values);
    sources.push({ values: read.values, place: (path) => ({ file, ...read.place(path) }) });
  }
  const expressions = [
    ...set.map((expression) => ({ expression, flag: '--set' })),
    ...setString.map((expression) => ({ expression, flag: '--set-string' })),
  ];
  for (const { expression, flag } of expressions) {
    const result = applySet(values, expression, flag === '--set-string');
    if ('values' in result) {
      ({ values } = result);
      sources.push(setBy(expression, flag));
      continue;
    }
    diagnostics.push({
      code: 'SET_FORM',
      severity: 'error',
      message: `${flag} ${JSON.stringify(expression)} cannot be read: ${result.problem}`,
      fix: 'write key=value, such as gateway.replicas=3, with a backslash before a dot or comma that belongs to a key or value',
    });
  }
  return { values, sources, diagnostics };
}

function setBy(expression: string, flag: string): ValuesSource {
  const alone = applySet({}, expression, flag === '--set-string');
  return {
    values: 'values' in alone ? alone.values : {},
    expression: `${flag} ${JSON.stringify(expression)}`,
  };
}
