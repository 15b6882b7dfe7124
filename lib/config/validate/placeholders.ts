import { closest } from '../../diagnostics/suggest.js';
import { shortened } from './field-text.js';
import type { Mistake } from './type-mistakes.js';

/** A Go template where text is taken as it stands: the ApplicationSet would evaluate it, or fail on it. */
export function templateMistake(text: string): Mistake | undefined {
  const start = text.indexOf('{{');
  if (start === -1) return undefined;
  const whole = /^\{\{.*?\}\}/s.exec(text.slice(start))?.[0] ?? text.slice(start);
  return {
    message: `\`${shortened(whole)}\` is a template of Argo CD or Helm, which is not filled here`,
    why: 'the ApplicationSet is a Go template: Argo CD would evaluate it for each cluster, or make no Application at all',
    fix: 'write the text that is meant for all clusters, without `{{`',
  };
}

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
