import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Clusters with monitors that nobody may use. Reports MONITOR_WITHOUT_SCRAPER. */
export function monitorsWithoutScraper(config: LoadedConfig): Diagnostic[] {
  if ((config.fleet.monitoring?.scrapers ?? []).length > 0) return [];
  return Object.entries(config.fleet.clusters).flatMap(([cluster, entry]) => {
    if (entry?.enableServiceMonitor !== true) return [];
    const path = ['clusters', cluster, 'enableServiceMonitor'];
    return [
      {
        code: 'MONITOR_WITHOUT_SCRAPER',
        severity: 'error',
        message: `${cluster} gets monitors, but no scraper is named`,
        why: "the chart's policies let only Linkerd viz read metrics: every scrape through the monitors would be refused",
        fix: 'name the account that scrapes under `monitoring.scrapers`, or remove `enableServiceMonitor`',
        ...config.placeOf(path),
        path: path.join('.'),
        cluster,
      },
    ];
  });
}
