import { closest } from '../../../diagnostics/suggest.js';
import type { ApplicationSymbol } from '../../../symbols/kinds/argocd.js';
import type { Finding } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterParameters, givesParameter, templateTags, type TemplateTag } from '../../set-parameters.js';

/** An ApplicationSet fills in what its generators give, in the template language it says. */
export const setParameter = rule('SET_PARAMETER', {
  group: 'delivery',
  severity: 'error',
  reach: 'delivery',
  fix: 'write a parameter of the generator: of a cluster generator `name`, `nameNormalized`, `server`, `project`, `metadata.labels`, `metadata.annotations` and its `values`',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/generators/cluster.go',
  symptoms: [
    'map has no entry for key',
    'failed to execute go template',
    'an Application with braces or `<no value>` in its name or path',
  ],
  check(fleet, report) {
    for (const set of fleet.applications) {
      if (set.kind !== 'ApplicationSet') continue;
      const told = new Set<string>();
      for (const tag of templateTags(set)) {
        const problem = told.has(tag.parameter) ? undefined : problemOf(set, tag);
        if (problem === undefined) continue;
        told.add(tag.parameter);
        report({ at: set, field: tag.field, ...problem });
      }
    }
  },
});

function problemOf(set: ApplicationSymbol, tag: TemplateTag): Pick<Finding, 'message' | 'fix'> | undefined {
  const { text, parameter, hasDot, isPiped } = tag;
  if (set.goTemplate !== true && hasDot)
    return {
      message: `\`${text}\` is a Go template, and ${set.name} has no \`goTemplate: true\`: it stays as it is`,
      fix: `set \`goTemplate: true\`, or write \`{{${parameter}}}\``,
    };
  if (set.goTemplate === true && !hasDot)
    return clusterParameters.includes(parameter)
      ? {
          message: `\`${text}\` calls a function that Go templates lack: parameters begin with a dot`,
          fix: `write \`{{ .${parameter} }}\``,
        }
      : undefined;
  if (set.parameters === undefined || givesParameter(set, parameter)) return undefined;
  if (isPiped && set.failsOnMissingKey !== true) return undefined;
  const meant = closest(parameter, [...set.parameters, 'metadata']);
  return {
    message: `no generator of ${set.name} gives \`${parameter}\``,
    ...(meant !== undefined && { fix: `write \`${meant}\`` }),
  };
}
