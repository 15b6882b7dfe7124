import type { CodeCatalogue } from '../catalogue.js';

/** Codes of what is open, readable or closed by mistake. */
export const exposureCodes = {
  SECRET_PLAINTEXT: {
    title: 'a credential in plain text',
    why: 'Whoever reads the repository reads every Service, Endpoints and Pod of the target; the token never expires.',
  },
  SCRAPE_REFUSED: {
    title: 'a scraper that the chart’s policies refuse',
    why: 'From edge-26.4.1 on only `linkerd-viz/prometheus` may read admin ports in the extension’s namespace: others get 403, and controller and gateway metrics are missing without an alert.',
  },
} as const satisfies CodeCatalogue;
