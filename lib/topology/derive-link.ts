import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { accessAccountName } from './access-accounts.js';
import { credentialsOf } from './credentials.js';
import type { Edge } from './edge.js';
import { exclusionsOf } from './exclusions.js';
import type { Link } from './fleet.js';
import { probeOf } from './probe.js';
import { selectorsOf } from './selectors.js';

/** One Link from its edge. Reports CREDENTIALS_MISSING. */
export function deriveLink(
  edge: Edge,
  config: LoadedConfig,
  sourceArgocdName: string,
): { link: Link; diagnostics: Diagnostic[] } {
  const { source, target, options, path } = edge;
  const mode = options.mode ?? 'gateway';
  const exclusions = exclusionsOf(options);
  const credentials = options.credentials ?? config.fleet.credentials;
  const diagnostics: Diagnostic[] = [];
  if (credentials === undefined) {
    diagnostics.push({
      code: 'CREDENTIALS_MISSING',
      severity: 'error',
      message: `nothing says where ${source} takes its credential for ${target} from`,
      why: 'the service mirror needs a kubeconfig of the target; without one it mirrors nothing',
      fix: 'add `credentials:` to the fleet, for example `externalSecrets: { store: …, key: "…/{source}-to-{target}" }`',
      ...config.placeOf(path),
      path: 'credentials',
      link: `${source} → ${target}`,
    });
  }
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
      ...(credentials !== undefined && { credentials: credentialsOf(credentials, source, target) }),
    },
    diagnostics,
  };
}
