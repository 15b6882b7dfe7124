import { stringify } from 'yaml';
import { cases } from '../../checks/cases/index.js';
import { ownFleet } from '../linker/fleets.js';
import type { RuleCase } from '../linker/cases.js';
import type { CommandExample } from './command-example.js';

const withoutFact: RuleCase = {
  when: 'no manifest tells the trust domain',
  edit: (fleet) => {
    fleet.remove('east', 'ConfigMap', 'linkerd-config');
  },
};

/** The first change of its tests that trips a rule, as folders of manifests for `linkspan check`. */
export function ruleExample(code: string): CommandExample | undefined {
  const [change] = code === 'FACT_UNKNOWN' ? [withoutFact] : (cases[code]?.trips ?? []);
  if (change === undefined) return undefined;
  const fleet = ownFleet();
  change.edit(fleet);
  const text = (objects: readonly object[]): string =>
    objects.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n');
  const files = Object.entries(fleet.clusters).map(([name, objects]) => [
    `fleet/${name}/all.yaml`,
    text(objects),
  ]);
  const argocd = fleet.argocd.length === 0 ? [] : ['--argocd', 'argocd.yaml'];
  if (argocd.length > 0) files.push(['argocd.yaml', text(fleet.argocd)]);
  const clusters = fleet.options.facts?.clusters;
  const facts = clusters === undefined ? [] : ['--fleet', 'facts.yaml'];
  if (facts.length > 0) files.push(['facts.yaml', stringify({ clusters })]);
  const args = ['check', 'fleet', '--only', code, ...argocd, ...facts];
  return { steps: [{ args, files: Object.fromEntries(files) as Record<string, string> }] };
}
