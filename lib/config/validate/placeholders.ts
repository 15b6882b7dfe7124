import { closest } from '../../diagnostics/suggest.js';
import type { Mistake } from './type-mistakes.js';

/** A placeholder that is not filled at this place, or a brace that belongs to none. */
export function placeholderMistake(template: string, known: readonly string[]): Mistake | undefined {
  const listed = known.map((name) => `{${name}}`);
  const choice = `use ${listed.map((name) => `\`${name}\``).join(' and ')}`;
  for (const [whole] of template.matchAll(/\{\{.*?\}\}/g)) {
    return {
      message: `\`${whole}\` is a template of Argo CD or Helm, which is not filled here`,
      fix: choice,
    };
  }
  for (const [whole, name = ''] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (known.includes(name)) continue;
    const meant = closest(name, known);
    return {
      message: `\`${whole}\` is no placeholder of this text`,
      fix: meant === undefined ? choice : `write \`{${meant}}\``,
    };
  }
  if (/[{}]/.test(template.replace(/\{[^{}]*\}/g, ''))) {
    return { message: 'holds a brace that belongs to no placeholder', fix: choice };
  }
  return undefined;
}
