import type { ClusterSymbols } from '../../../symbols/cluster-symbols.js';
import type { ObjectSymbol } from '../../../symbols/object.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** From so many on, a file repeats another as a whole. */
const manyObjects = 4;

/** An object is defined once. */
export const objectTwice = rule('OBJECT_TWICE', {
  group: 'delivery',
  severity: 'warning',
  reach: 'cluster',
  about: 'duplicates',
  fix: 'remove one of the definitions',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/controller/state.go',
  symptoms: ['RepeatedResourceWarning', 'a change has no effect'],
  isSilent: true,
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const { first, second, others } of groupsOf(view.symbols.duplicates)) {
        if (others >= manyObjects) {
          report({
            at: second,
            field: second,
            message: `${second.kind} ${second.name} and ${others} other objects here are defined a second time in ${view.name}`,
            why: 'Manifests of two clusters read as one look like this; in one Application the last definition wins without a word.',
            fix: 'give manifests of other clusters as clusters of their own (`--cluster NAME=PATH`), or remove one of the definitions',
            related: [related(first, first, 'the first definition')],
          });
          continue;
        }
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

interface Duplicate {
  readonly first: ObjectSymbol;
  readonly second: ObjectSymbol;
  /** How many more objects of the file are duplicates, where this one stands for all of them. */
  readonly others: number;
}

/** Duplicates, those of a file that has many as one. */
function groupsOf(duplicates: ClusterSymbols['duplicates']): Duplicate[] {
  const byFile = new Map<string, (typeof duplicates)[number][]>();
  for (const each of duplicates) {
    const { file = '' } = each.second;
    const group = byFile.get(file);
    if (group === undefined) byFile.set(file, [each]);
    else group.push(each);
  }
  return [...byFile.values()].flatMap((group): Duplicate[] => {
    const [one] = group;
    return one !== undefined && group.length > manyObjects
      ? [{ ...one, others: group.length - 1 }]
      : group.map((each) => ({ ...each, others: 0 }));
  });
}
