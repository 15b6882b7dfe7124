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
 * All charts of one cluster, in an App of their own.
 *
 * One App per cluster: in a shared one every chart walks all others. No chart depends on another: Argo CD
 * orders Namespaces, CRDs and RBAC itself.
 */
export function clusterCharts(input: ClusterInput): ConcernChart[] {
  // said here, so that no variable of the environment does; nothing is written there
  const app = new App({ outdir: 'dist', recordConstructMetadata: false });
  const charts: ConcernChart[] = [
    new NamespaceChart(app, input),
    new CrdsChart(app, input),
    new RemoteAccessChart(app, input),
    new ServiceMirrorChart(app, input),
    new PolicyChart(app, input),
  ];
  if (input.cluster.gateway !== undefined) charts.push(new GatewayChart(app, input));
  for (const outgoing of input.links) {
    charts.push(new LinkChart(app, input, outgoing));
    charts.push(new CredentialsChart(app, input, outgoing));
  }
  if (input.incoming.length > 0) charts.push(new PushedCredentialsChart(app, input));
  if (input.cluster.enableServiceMonitor) charts.push(new MonitoringChart(app, input));
  return charts;
}
