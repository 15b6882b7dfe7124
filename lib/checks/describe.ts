import { codeCatalogue } from '../diagnostics/codes/index.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';

/** What is known of a code: a rule's whole page, or title and why of a code that no rule stands behind. */
export type CodeDescription = Pick<Rule, 'title' | 'why'> & Partial<Rule>;

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** Looks a code up; undefined when there is no such code. */
export function describeCode(code: string): CodeDescription | undefined {
  const rule = byCode.get(code);
  if (rule !== undefined) return rule;
  return Object.hasOwn(codeCatalogue, code) ? codeCatalogue[code as keyof typeof codeCatalogue] : undefined;
}
