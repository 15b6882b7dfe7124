const action = /\{\{([^{}]*)\}\}/g;
const literal = /"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*.*?\*\//gs;
const opening = /^-?\s*(?:if|with|range|define|block)\b/;
const closing = /^-?\s*end\b/;
/** `and` and `or` leave arguments unasked once they know the answer; a definition asks for nothing. */
const mayStop = /^-?\s*define\b|\b(?:and|or)\b/;
const taken = /(?<=^-?|[\s(|=])\$?\.([A-Za-z_]\w*)(?=[\s)|.]|-?$)/g;

/**
 * The keys that a Go template takes whatever they hold: `token` of `{{ .token | b64enc }}`.
 *
 * What stands within a block may never be asked for, or be asked of something else than the whole.
 */
export function templateKeys(template: string): readonly string[] {
  // braces within braces are of texts, which no look at braces alone tells apart
  if (!template.includes('{{') || /\{\{|\}\}/.test(template.replace(action, ''))) return none;
  const keys: string[] = [];
  let depth = 0;
  for (const [, text = ''] of template.matchAll(action)) {
    if (closing.test(text)) depth--;
    if (depth === 0 && !mayStop.test(text))
      for (const [, key = ''] of text.replace(literal, '""').matchAll(taken)) keys.push(key);
    if (opening.test(text)) depth++;
  }
  return keys;
}

const none: readonly string[] = [];
