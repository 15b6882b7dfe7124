import type { LinkOptions, ProbePreset } from '../config/topology-config.js';
import type { Probe } from './fleet.js';

const presets: Readonly<Record<ProbePreset, Probe>> = {
  standard: { period: '3s', timeout: '30s', failureThreshold: 3 },
  aggressive: { period: '1s', timeout: '5s', failureThreshold: 3 },
  relaxed: { period: '10s', timeout: '30s', failureThreshold: 3 },
};

/**
 * Figures of the gateway probe: those of a preset, or explicit ones over `standard`.
 *
 * `standard` is what link-gen and the Link CRD default to, written out.
 */
export function probeOf(options: LinkOptions): Probe {
  const { probe } = options;
  if (probe === undefined) return presets.standard;
  return typeof probe === 'string' ? presets[probe] : { ...presets.standard, ...probe };
}
