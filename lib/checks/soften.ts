import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Fleet } from './fleet.js';
import type { Rule } from './rule.js';

/** No error rests on a target that was only deduced: what compares both ends of such a Link warns, and says why. */
export function softened(diagnostic: Diagnostic, { reach }: Rule, fleet: Fleet): Diagnostic {
  const { severity, link } = diagnostic;
  if (link === undefined || severity !== 'error' || reach === 'cluster' || reach === 'link')
    return diagnostic;
  const target = fleet.deduced.get(link);
  if (target === undefined) return diagnostic;
  return {
    ...diagnostic,
    severity: 'warning',
    message: `${diagnostic.message} (if ${target} is what the Link means, as its accounts suggest)`,
  };
}
