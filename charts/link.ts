import type { Construct } from 'constructs';
import { LegacyServiceMirror } from '../lib/constructs/legacy-service-mirror.js';
import { LinkerdLink } from '../lib/constructs/link.js';
import { ServiceMirror } from '../lib/constructs/service-mirror.js';
import { controllerOf } from '../lib/topology/controllers.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput, OutgoingLink } from './cluster-input.js';

/** `link-<target>.yaml`: one Link and the service mirror that serves it. */
export class LinkChart extends ConcernChart {
  constructor(scope: Construct, { cluster, parts, release }: ClusterInput, { link, target }: OutgoingLink) {
    super(scope, `link-${link.target}.yaml`);
    if (release.facts.controllers) {
      new ServiceMirror(this, 'service-mirror', {
        parts,
        target: link.target,
        ...(link.credentialEpoch !== undefined && { credentialEpoch: link.credentialEpoch }),
      });
    } else {
      const probePort = link.mode === 'gateway' ? target.gateway?.probePort : undefined;
      new LegacyServiceMirror(this, 'service-mirror', {
        link,
        release,
        namespace: cluster.namespace,
        controller: controllerOf(cluster, link.target),
        ...(probePort !== undefined && { probePort }),
      });
    }
    new LinkerdLink(this, 'link', { link, target, release, namespace: cluster.namespace });
  }
}
