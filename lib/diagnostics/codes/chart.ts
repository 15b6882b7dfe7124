import type { CodeCatalogue } from './catalogue.js';

/** Codes of the chart's values and of what Helm makes of them. */
export const chartCodes = {
  VALUES_UNREADABLE: {
    title: 'a values file that Helm cannot read',
    why: 'Helm reads values as YAML 1.1 by Kubernetes rules and stops at the first thing it cannot read.',
  },
  CHART_HELM_FAILS: {
    title: 'a value on which `helm template` fails',
    why: 'The upstream chart renders nothing for it, or writes it into the document unquoted, where it changes what stands around it; so there is no object to be equal to.',
  },
  CHART_VALUE_LATER: {
    title: 'a value that only a later release of the chart knows',
    why: "Helm ignores unknown values without a word, so the setting has no effect in this release's chart.",
  },
} as const satisfies CodeCatalogue;
