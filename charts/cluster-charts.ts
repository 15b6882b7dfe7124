import { App } from 'cdk8s';
import type { ClusterInput } from './cluster-input.js';
import type { ConcernChart } from './concern-chart.js';
import { CrdsChart } from './crds.js';
import { CredentialsChart } from './credentials.js';
import { GatewayChart } from './gateway.js';
import { LinkChart } from './link.js';
import { MonitoringChart } from './monitoring.js';
import { NamespaceChart } from './namespace.js';
import { PolicyChart } from './policy.js';
import { PushedCredentialsChart } from './pushed-credentials.js';
import { RemoteAccessChart } from './remote-access.js';
import { ServiceMirrorChart } from './service-mirror.js';

/**
 * The charts of one cluster, one after the other, in an App of their own.
 *
 * One App per cluster: in a shared one every chart walks all others. No chart depends on another: Argo CD
 * orders Namespaces, CRDs and RBAC itself. So each is made when it is asked for and dropped when the next one is: a
 * cluster may have thousands of Links.
 */
export function* clusterCharts(input: ClusterInput): Generator<ConcernChart> {
  // said here, so that no variable of the environment does; nothing is written there
  const app = new App({ outdir: 'dist', recordConstructMetadata: false });
  for (const chart of chartsIn(app, input)) {
    yield chart;
    app.node.tryRemoveChild(chart.id);
  }
}

function* chartsIn(app: App, input: ClusterInput): Generator<ConcernChart> {
  yield new NamespaceChart(app, input);
  yield new CrdsChart(app, input);
  yield new RemoteAccessChart(app, input);
  yield new ServiceMirrorChart(app, input);
  yield new PolicyChart(app, input);
  if (input.cluster.gateway !== undefined) yield new GatewayChart(app, input);
  for (const outgoing of input.links) {
    yield new LinkChart(app, input, outgoing);
    yield new CredentialsChart(app, input, outgoing);
  }
  if (input.incoming.length > 0) yield new PushedCredentialsChart(app, input);
  if (input.cluster.enableServiceMonitor) yield new MonitoringChart(app, input);
}
