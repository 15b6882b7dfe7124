import type { Construct } from 'constructs';
import { LegacyServiceMirror } from '../lib/constructs/legacy-service-mirror.js';
import { LinkerdLink } from '../lib/constructs/link.js';
import { ServiceMirror } from '../lib/constructs/service-mirror.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput, OutgoingLink } from './cluster-input.js';
import { legacyServiceMirror } from './legacy-service-mirror.js';

/** `link-<target>.yaml`: one Link and the service mirror that serves it. */
export class LinkChart extends ConcernChart {
  constructor(scope: Construct, input: ClusterInput, outgoing: OutgoingLink) {
    const { cluster, parts, release } = input;
    const { link, target } = outgoing;
    super(scope, `link-${link.target}.yaml`);
    if (release.facts.controllers) {
      new ServiceMirror(this, 'service-mirror', {
        parts,
        target: link.target,
        ...(link.credentialEpoch !== undefined && { credentialEpoch: link.credentialEpoch }),
      });
    } else {
      new LegacyServiceMirror(this, 'service-mirror', legacyServiceMirror(input, outgoing));
    }
    new LinkerdLink(this, 'link', { link, target, release, namespace: cluster.namespace });
  }
}
