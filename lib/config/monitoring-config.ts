import type { DnsLabel, Labels, PrometheusDuration } from './scalars.js';

/** Who scrapes metrics, and how monitors are found. */
export interface MonitoringConfig {
  /**
   * Scrapers that may read the metrics ports which the chart closes to everyone but Linkerd viz.
   * @default []
   * @example [{ "namespace": "grafana", "serviceAccount": "{argocdName}-grafana-alloy" }]
   */
  readonly scrapers?: readonly ScraperConfig[];
  /**
   * Labels that the Prometheus operator selects monitors by.
   * @default {}
   * @example { "release": "kube-prometheus-stack" }
   */
  readonly labels?: Labels;
  /**
   * Time between two scrapes, a Prometheus duration.
   * @default "30s"
   * @example "15s"
   */
  readonly interval?: PrometheusDuration;
}

/** A scraper, known by its account in the mesh. */
export interface ScraperConfig {
  /**
   * Namespace of the scraper.
   * @example "grafana"
   */
  readonly namespace: DnsLabel;
  /**
   * ServiceAccount of the scraper; `{cluster}` and `{argocdName}` stand for the cluster's two names.
   * @placeholders ["cluster", "argocdName"]
   * @format object-name
   * @minLength 1
   * @example "{argocdName}-grafana-alloy"
   */
  readonly serviceAccount: string;
}
