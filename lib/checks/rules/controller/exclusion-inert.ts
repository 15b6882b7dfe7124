import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A wildcard in an exclusion is an ending `/*` behind something. */
export const exclusionInert = rule('EXCLUSION_INERT', {
  group: 'controller',
  severity: 'warning',
  reach: 'link',
  fix: 'write `example.com/*` for every key that begins with `example.com`, else the whole key',
  source: clusterWatcher,
  symptoms: ['an excluded label is copied to mirrors', 'mirrors lose all labels'],
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      for (const field of [...(link.excludedLabels ?? []), ...(link.excludedAnnotations ?? [])]) {
        const prefix = field.value.endsWith('/*') ? field.value.slice(0, -2) : field.value;
        if (prefix !== '' && !prefix.includes('*')) continue;
        // an empty exclusion equals no key; only `/*` has an empty prefix
        if (field.value === '') continue;
        report({
          at: link,
          field,
          link: label,
          message:
            prefix === '' ? `\`${field.value}\` excludes every key` : `\`${field.value}\` excludes nothing`,
        });
      }
    }
  },
});
