import type { FieldPath } from '../loaded-config.js';

/** A path as a message shows it: `topology[0].hubAndSpoke.hub`; keys that are no words are quoted. */
export function fieldText(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\w-]+$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
