import type { ApplicationSymbol } from '../symbols/kinds/argocd.js';
import type { Fleet } from './fleet.js';

/** Name of an Application and the cluster it is generated for. */
export interface GeneratedName {
  readonly name: string;
  readonly cluster?: string;
}

/**
 * Names of the Applications that come of an Application or ApplicationSet, for each given cluster.
 *
 * Nothing where the template asks for more than the cluster's name.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/generators/cluster.go
 */
export function generatedNames({ kind, applicationName }: ApplicationSymbol, fleet: Fleet): GeneratedName[] {
  const template = applicationName?.value;
  if (template === undefined) return [];
  if (kind !== 'ApplicationSet') return [{ name: template }];
  return fleet.clusters.flatMap((view) => {
    const cluster = view.facts.argocdName ?? view.name;
    const name = template.replace(/\{\{-?\s*\.?(name|nameNormalized)\s*-?\}\}/g, (_, which: string) =>
      which === 'name' ? cluster : normalized(cluster),
    );
    return name.includes('{{') ? [] : [{ name, cluster }];
  });
}

/** As Argo CD makes a name fit for objects: lower case, `-` for what is not allowed. */
function normalized(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
