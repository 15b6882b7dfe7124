import type { Cluster } from './cluster.js';
import type { MetadataCopier } from './copied-metadata.js';
import type { MirrorEvent } from './events.js';
import type { GatewayAddresses } from './gateway.js';
import type { Matcher } from '../symbols/label-selector.js';
import type { LinkSpec } from './link-spec.js';
import type { LinkCondition, StatusList } from './link-status.js';
import type { Service } from './objects.js';

/** What every handler of the controller works with: one Link, its two clusters, its options. */
export interface MirrorContext {
  readonly link: LinkSpec;
  /** `T`: the suffix of mirrors; empty for the local mirror. */
  readonly targetName: string;
  readonly source: Cluster;
  readonly target: Cluster;
  readonly headlessEnabled: boolean;
  readonly namespaceCreation: boolean;
  readonly isExported: Matcher;
  readonly isFlat: Matcher;
  readonly isFederated: Matcher;
  readonly copier: MetadataCopier;
  /** False while the gateway is dead: addresses are written as not ready. */
  readonly isGatewayAlive: () => boolean;
  readonly gatewayAddresses: () => GatewayAddresses;
  /** Whether the Link of that name exists and is older than this one; `undefined` without such a Link. */
  readonly isOlderLink: (name: string) => boolean | undefined;
  readonly push: (event: MirrorEvent) => void;
  readonly setStatus: (list: StatusList, service: Service, condition: LinkCondition) => void;
  readonly removeStatus: (
    list: StatusList,
    service: { readonly name: string; readonly namespace: string },
  ) => void;
  /** Writes an event on the exported Service. */
  readonly record: (service: Service, message: string) => void;
  /** The process dies: nothing is handled any more. */
  readonly crash: () => void;
}

/** Name of the mirror of a Service, or of a pod's hostname. */
export function mirrorName({ targetName }: Pick<MirrorContext, 'targetName'>, name: string): string {
  return `${name}-${targetName}`;
}

/** Name of the exported Service behind a mirror. */
export function targetServiceName({ targetName }: Pick<MirrorContext, 'targetName'>, mirror: string): string {
  const suffix = `-${targetName}`;
  return mirror.endsWith(suffix) ? mirror.slice(0, -suffix.length) : mirror;
}
