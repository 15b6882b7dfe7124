import { accepted } from './accepted.js';
import type { VerdictCase } from './case.js';
import { refused } from './refused.js';

/** Every case; add yours to the half that a real API server puts it in. */
export const verdictCases: readonly VerdictCase[] = [...refused, ...accepted];
