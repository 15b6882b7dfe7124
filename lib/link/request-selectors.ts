import type { Release } from '../releases/release.js';
import type { Findings } from './findings.js';
import { parseLabelQuery, type LabelSelector } from './label-query.js';
import type { LinkFlags } from './link-flags.js';
import type { LinkSelectors } from './link-manifest.js';

function selectorOf(query: string, flag: string, findings: Findings): LabelSelector {
  const parsed = parseLabelQuery(query);
  if ('problem' in parsed) {
    findings.add({
      code: 'LINK_SELECTOR_SYNTAX',
      severity: 'error',
      message: `--${flag} ${JSON.stringify(query)} cannot be read: ${parsed.problem}`,
      path: `flags.${flag}`,
    });
    return {};
  }
  if (Object.keys(parsed.selector).length === 0) {
    findings.add({
      code: 'LINK_SELECTOR_EMPTY',
      severity: 'warning',
      message: `--${flag} is empty, so the Link mirrors nothing in this mode`,
      why: 'a Link with an empty selector matches no Service, where kubectl would match every one',
      path: `flags.${flag}`,
    });
  }
  return parsed.selector;
}

/** The selectors that the flags ask for; that of the gateway is not even read without one. */
export function selectorsOf(flags: LinkFlags, release: Release, findings: Findings): LinkSelectors {
  return {
    ...(flags.hasGateway && { gateway: selectorOf(flags.selector, 'selector', findings) }),
    remoteDiscovery: selectorOf(flags.remoteDiscoverySelector, 'remote-discovery-selector', findings),
    ...(release.facts.localServiceMirror && {
      federated: selectorOf(flags.federatedServiceSelector, 'federated-service-selector', findings),
    }),
  };
}
