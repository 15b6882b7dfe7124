import { isWanted, type CheckOptions } from '../checks/check.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { summaryOf, type Summary } from '../diagnostics/summary.js';
import { mergedAlike } from '../provenance/merge-alike.js';
import { placeInConfig } from '../provenance/place-in-config.js';
import { compileFleet } from './compile-fleet.js';
import { openFleet } from './open-fleet.js';

/** How a check of the fleet ended. */
export interface FleetCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
}

/** Everything that `synth` would check of a configuration folder, down to infos; nothing is written. */
export async function checkFleet(
  directory: string,
  options: Pick<CheckOptions, 'only' | 'skip' | 'severity'> = {},
): Promise<FleetCheck> {
  const { opened, diagnostics: found } = openFleet(directory);
  if (opened === undefined) return told(found, options, { clusters: 0, links: 0, objects: 0 });
  const { diagnostics, linker, objects } = await compileFleet(opened);
  const { clusters, links } = opened.fleet;
  const wanted = linker
    .findings([...found, ...diagnostics])
    .filter((diagnostic) => isWanted(diagnostic, options));
  return told(placeInConfig(wanted, opened.config, opened.fleet.output), options, {
    clusters: clusters.length,
    links: links.length,
    objects,
  });
}

function told(
  diagnostics: readonly Diagnostic[],
  options: Pick<CheckOptions, 'only' | 'skip' | 'severity'>,
  looked: { readonly clusters: number; readonly links: number; readonly objects: number },
): FleetCheck {
  const wanted = mergedAlike(diagnostics.filter((diagnostic) => isWanted(diagnostic, options)));
  return { diagnostics: wanted, summary: summaryOf(wanted, looked) };
}
