import type { LinkOptions } from '../config/topology-config.js';
import { exclusionsOf } from './exclusions.js';
import type { Link } from './fleet.js';
import { probeOf } from './probe.js';
import { selectorsOf } from './selectors.js';

type LinkParts = Omit<Link, 'source' | 'target' | 'accessAccount' | 'credentials' | 'credentialEpoch'>;

const made = new WeakMap<LinkOptions, LinkParts>();
const noOptions: LinkOptions = {};

/** What of a Link its options alone decide: made once for all Links of one shape, and shared by them. */
export function linkParts(options: LinkOptions): LinkParts {
  const key = Object.keys(options).length === 0 ? noOptions : options;
  let parts = made.get(key);
  if (parts === undefined) made.set(key, (parts = partsOf(key)));
  return parts;
}

function partsOf(options: LinkOptions): LinkParts {
  const mode = options.mode ?? 'gateway';
  const exclusions = exclusionsOf(options);
  return {
    mode,
    probe: probeOf(options),
    ...selectorsOf(mode, options),
    excludedLabels: exclusions.labels,
    excludedAnnotations: exclusions.annotations,
  };
}
