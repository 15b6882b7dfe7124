import { findingPlace } from './finding-place.js';
import type { LinkerView } from './linker-view.js';
import type { ReachStep } from './reach.js';

/** Whether scrapers of either end are let in; who calls arrives all the same, but nobody sees it. */
export function scraperStep({ edge, findings }: LinkerView): ReachStep {
  const check = 'scraper policy';
  const ends = [edge?.source.name, edge?.target?.name];
  const refused = findings.find(({ code, cluster }) => code.startsWith('SCRAPE_') && ends.includes(cluster));
  if (refused === undefined)
    return { check, verdict: 'yes', message: 'the linker finds no scraper that is refused' };
  const { message, fix } = refused;
  return {
    check,
    verdict: 'yes',
    message: `${message}; calls go through all the same, and their metrics are missing`,
    ...(fix === undefined ? {} : { fix }),
    place: findingPlace(refused),
  };
}
