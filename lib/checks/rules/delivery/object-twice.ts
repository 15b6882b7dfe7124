import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** An object is defined once. */
export const objectTwice = rule('OBJECT_TWICE', {
  group: 'delivery',
  severity: 'warning',
  reach: 'cluster',
  fix: 'remove one of the definitions',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/controller/state.go',
  symptoms: ['RepeatedResourceWarning', 'a change has no effect'],
  isSilent: true,
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const { first, second } of view.symbols.duplicates) {
        report({
          at: second,
          field: second,
          message: `${second.kind} ${second.name} is defined twice in ${view.name}`,
          related: [related(first, first, 'the first definition')],
        });
      }
    }
  },
});
