import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ReleaseFacts } from '../releases/facts.js';
import { resolveRelease } from '../releases/resolve-release.js';

/**
 * Clusters with monitors that nobody may use: the release's policies close a port of theirs. Reports
 * MONITOR_WITHOUT_SCRAPER.
 *
 * `sources` are the clusters with a Link of their own, and so with a service mirror.
 */
export function monitorsWithoutScraper(config: LoadedConfig, sources: ReadonlySet<string>): Diagnostic[] {
  const { clusters, linkerd, monitoring } = config.fleet;
  if ((monitoring?.scrapers ?? []).length > 0) return [];
  const facts = resolveRelease(linkerd.release).release?.facts;
  if (facts === undefined) return [];
  return Object.entries(clusters).flatMap(([cluster, entry]) => {
    if (entry?.enableServiceMonitor !== true) return [];
    const scrapes = refusedScrapes(facts, sources.has(cluster));
    if (scrapes === undefined) return [];
    const path = ['clusters', cluster, 'enableServiceMonitor'];
    return [
      {
        code: 'MONITOR_WITHOUT_SCRAPER',
        severity: 'error',
        message: `${cluster} gets monitors, but no scraper is named`,
        why: `the chart's policies let only Linkerd viz read metrics: ${scrapes} would be refused`,
        fix: 'name the account that scrapes under `monitoring.scrapers`, or remove `enableServiceMonitor`',
        ...config.placeOf(path),
        path: path.join('.'),
        cluster,
      },
    ];
  });
}

/** Which scrapes a release's Servers refuse: of all pods, of service mirrors, or of none that is there. */
function refusedScrapes(facts: ReleaseFacts, hasServiceMirror: boolean): string | undefined {
  const { adminPolicies, adminPorts, controllers, serviceMirrorPods } = facts;
  if (adminPolicies) return 'every scrape through the monitors';
  const isClosed =
    !controllers ||
    (serviceMirrorPods === 'legacy and controllers' && adminPorts.controller === adminPorts.serviceMirror);
  return hasServiceMirror && isClosed ? 'every scrape of the service mirrors' : undefined;
}
