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
  POLICY_DANGLING: {
    title: 'a policy that refers to nothing',
    why: 'A policy for a Server that is not there opens nothing; one that asks for an authentication that is not there lets nobody in.',
  },
  GATEWAY_CLOSED: {
    title: 'a gateway that no policy opens',
    why: 'A Server lets nobody in until a policy says who may come: the gateway refuses every call, while probes of its admin port still succeed.',
  },
  GATEWAY_OPEN: {
    title: 'a gateway that every network may reach',
    why: 'Only certificates of the mesh stand between the internet and exported Services, as far as no firewall does.',
  },
  PROBE_NETWORKS: {
    title: 'probe networks without those of linked clusters',
    why: 'Probes of the gateway come from other clusters: refused, they leave `gateway_alive` at 0, and mirrors keep their endpoints though the gateway may be dead.',
  },
  SCRAPE_PORT_NAME: {
    title: 'a scraper that looks for a port of older releases',
    why: 'From 2.19 on the ports have other names: metrics of service mirrors are missing without an alert.',
  },
} as const satisfies CodeCatalogue;
