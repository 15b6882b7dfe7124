import { codeCatalogue } from './codes/index.js';
import type { Diagnostic } from './diagnostic.js';

/** A diagnostic with the reason that its code has in general, where it gives none of its own. */
export function explained(diagnostic: Diagnostic): Diagnostic {
  const { code, why } = diagnostic;
  if (why !== undefined || !Object.hasOwn(codeCatalogue, code)) return diagnostic;
  return { ...diagnostic, why: codeCatalogue[code as keyof typeof codeCatalogue].why };
}
