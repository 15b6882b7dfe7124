import type { Diagnostic, Place } from '../../diagnostics/diagnostic.js';

/** Where a finding of the linker stands, as a step of the chain tells it. */
export function findingPlace({ file, line, column }: Diagnostic): Place {
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
