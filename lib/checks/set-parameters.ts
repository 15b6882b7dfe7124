import type { Field } from '../symbols/field.js';
import type { ApplicationSymbol } from '../symbols/kinds/argocd.js';

/** What stands between braces in a template of an ApplicationSet. */
export interface TemplateTag {
  readonly field: Field<string>;
  /** As it is written: `{{ .name }}`. */
  readonly text: string;
  /** `name`, `values.env`: without the dot. */
  readonly parameter: string;
  readonly hasDot: boolean;
  /** True when functions follow, one of which may stand in for what is missing. */
  readonly isPiped: boolean;
}

/** What every cluster generator gives; labels, annotations and values have names of their own below these. */
export const clusterParameters: readonly string[] = ['name', 'nameNormalized', 'server', 'project'];

const simple = /\{\{-?\s*(\.?)([A-Za-z_]\w*(?:\.[\w-]+)*)\s*(\|[^{}]*)?-?\}\}/g;
const control = /\{\{-?\s*(?:if|else|range|with|define|block|template|end)\b/;
const ofHelm = /^(?:Values|Release|Chart|Files|Capabilities|Template)\b/;

/** The simple tags of a set's template: one parameter each, where nothing guards it. */
export function templateTags(set: ApplicationSymbol): readonly TemplateTag[] {
  const { applicationName, project, destinationName, destinationNamespace, destinationServer, chart } = set;
  const own = [applicationName, project, destinationName, destinationNamespace, destinationServer, chart];
  const tags: TemplateTag[] = [];
  for (const field of [...own, ...set.repoURLs, ...set.paths]) {
    if (field === undefined || control.test(field.value)) continue;
    for (const [text, dot, parameter = '', pipe] of field.value.matchAll(simple)) {
      if (ofHelm.test(parameter)) continue;
      tags.push({ field, text, parameter, hasDot: dot === '.', isPiped: pipe !== undefined });
    }
  }
  return tags;
}

/** True when a set whose generators are all of clusters gives a parameter, as far as files tell. */
export function givesParameter({ parameters = [] }: ApplicationSymbol, parameter: string): boolean {
  const [first = '', second = ''] = parameter.split('.');
  if (first === 'metadata') return ['', 'labels', 'annotations'].includes(second);
  if (first === 'values') return second === '' || parameters.includes(`${first}.${second}`);
  return parameters.includes(first);
}
