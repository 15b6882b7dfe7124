import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { accessAccountName } from './access-accounts.js';
import { deriveCredentials } from './derive-credentials.js';
import type { Edge } from './edge.js';
import { exclusionsOf } from './exclusions.js';
import type { Link } from './fleet.js';
import { probeOf } from './probe.js';
import { selectorsOf } from './selectors.js';

/** One Link from its edge. Reports what `deriveCredentials` reports. */
export function deriveLink(
  edge: Edge,
  config: LoadedConfig,
  sourceArgocdName: string,
): { link: Link; diagnostics: Diagnostic[] } {
  const { source, target, options } = edge;
  const mode = options.mode ?? 'gateway';
  const exclusions = exclusionsOf(options);
  const { credentials, diagnostics } = deriveCredentials(edge, config);
  const credentialEpoch = options.credentialEpoch ?? config.fleet.credentialEpoch;
  return {
    link: {
      source,
      target,
      mode,
      probe: probeOf(options),
      ...selectorsOf(mode, options),
      excludedLabels: exclusions.labels,
      excludedAnnotations: exclusions.annotations,
      accessAccount: accessAccountName(sourceArgocdName),
      ...(credentials !== undefined && { credentials }),
      ...(credentialEpoch !== undefined && { credentialEpoch }),
    },
    diagnostics,
  };
}
