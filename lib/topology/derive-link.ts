import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { deriveCredentials } from './derive-credentials.js';
import type { Edge } from './edge.js';
import type { Link } from './fleet.js';
import { linkParts } from './link-parts.js';

/** One Link from its edge. Reports what `deriveCredentials` reports. */
export function deriveLink(
  edge: Edge,
  config: LoadedConfig,
  accessAccount: string,
): { link: Link; diagnostics: readonly Diagnostic[] } {
  const { source, target, options } = edge;
  const { credentials, diagnostics } = deriveCredentials(edge, config);
  const credentialEpoch = options.credentialEpoch ?? config.fleet.credentialEpoch;
  return {
    link: {
      source,
      target,
      ...linkParts(options),
      accessAccount,
      ...(credentials !== undefined && { credentials }),
      ...(credentialEpoch !== undefined && { credentialEpoch }),
    },
    diagnostics,
  };
}
