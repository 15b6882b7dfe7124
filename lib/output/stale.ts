import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { Difference } from './output-result.js';

const shownFiles = 10;

function phrase(difference: Difference): string {
  if (difference.is === 'new') return `${difference.path} is missing`;
  if (difference.is === 'changed') return `${difference.path} differs`;
  return `${difference.path} is left over`;
}

/** Says that the output is not what the config says; the first files are named. Reports OUTPUT_STALE. */
export function staleDiagnostic(shown: string, differences: readonly Difference[]): Diagnostic {
  const sorted = [...differences].sort((a, b) => byCodeUnits(a.path, b.path));
  const more = sorted.length - shownFiles;
  const count = sorted.length === 1 ? '1 file is' : `${sorted.length} files are`;
  return {
    code: 'OUTPUT_STALE',
    severity: 'error',
    file: shown,
    message: `${count} not what the config says`,
    why: 'Argo CD applies the committed files, so a change of the config alone reaches no cluster',
    fix: 'run synth and commit what it writes',
    related: [
      ...sorted.slice(0, shownFiles).map((d) => ({ message: phrase(d) })),
      ...(more > 0 ? [{ message: `and ${more} more` }] : []),
    ],
  };
}
