import type { Construct } from 'constructs';
import { legacyLinkObjects } from '../link/legacy-link-objects.js';
import type { LegacyLinkValues } from '../link/legacy-values.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Release } from '../releases/release.js';
import type { Link } from '../topology/fleet.js';
import { ObjectsConstruct } from './objects-construct.js';

/** A Link of a release whose chart knows no controllers yet. */
export interface LegacyServiceMirrorProps {
  readonly link: Link;
  readonly release: Release;
  /** Namespace of the multicluster extension. */
  readonly namespace: string;
  /** Port that the Link probes; undefined without a gateway. */
  readonly probePort?: number;
  /** What the values say of this Link's controller, in the words of the chart's `controllers`. */
  readonly controller: Readonly<Record<string, unknown>>;
}

/** Names of the chart's `controllers` in the legacy chart; all others are the same in both. */
const legacyNames: Readonly<Record<string, string>> = {
  GID: 'serviceMirrorGID',
  UID: 'serviceMirrorUID',
  retryLimit: 'serviceMirrorRetryLimit',
};

/** Keys of the chart's `controllers` that have no counterpart, or that the Link itself tells. */
const chartOnly = new Set(['gateway', 'image', 'link']);

/**
 * The service mirror of one Link as `linkerd multicluster link` printed it, for releases before 2.18.
 * @see https://github.com/linkerd/linkerd2/tree/version-2.17/multicluster/charts/linkerd-multicluster-link
 */
export class LegacyServiceMirror extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: LegacyServiceMirrorProps) {
    super(scope, id, legacyServiceMirrorObjects(props));
  }
}

/** Its objects as plain data. */
export function legacyServiceMirrorObjects({
  link,
  release,
  namespace,
  probePort,
  controller,
}: LegacyServiceMirrorProps): readonly Manifest[] {
  const settings = Object.entries(controller).filter(([key]) => !chartOnly.has(key));
  const values: LegacyLinkValues = {
    ...Object.fromEntries(settings.map(([key, value]) => [legacyNames[key] ?? key, value])),
    targetClusterName: link.target,
    gateway: probePort === undefined ? { enabled: false } : { enabled: true, probe: { port: probePort } },
  };
  const { objects, diagnostics } = legacyLinkObjects({ release: release.written, values, namespace });
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.code}: ${d.message}`).join('\n'));
  return objects.map((object) => object as Manifest & typeof object);
}
