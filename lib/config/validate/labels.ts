import { dnsNameMistake } from './dns-names.js';
import { shortened } from './field-text.js';
import type { Mistake } from './type-mistakes.js';

const name = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Why a text is no key of a label or annotation. */
export function labelKeyMistake(text: string): Mistake | undefined {
  const slash = text.indexOf('/');
  const prefix = slash === -1 ? undefined : text.slice(0, slash);
  const last = text.slice(slash + 1);
  if (name.test(last) && last.length <= 63 && (prefix === undefined || dnsNameMistake(prefix) === undefined))
    return undefined;
  return {
    message: `\`${shortened(text)}\` is no key of a label or annotation`,
    why: 'Kubernetes takes a name of at most 63 letters, digits, `-`, `_` and `.`, after a DNS name and a slash if need be',
    fix: 'write a key such as `team.example.com/name`',
  };
}

/** Why a text is no value of a label. */
export function labelValueMistake(text: string): Mistake | undefined {
  if (text === '' || (name.test(text) && text.length <= 63)) return undefined;
  return {
    message: `\`${shortened(text)}\` is no value of a label`,
    why: 'Kubernetes takes at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at either end',
    fix: 'write such a value',
  };
}

/** Why a text names no keys to leave out: a key, or a prefix with `/*`. */
export function excludedKeyMistake(text: string): Mistake | undefined {
  const key = text.endsWith('/*') ? text.slice(0, -2) : undefined;
  if (key !== undefined ? dnsNameMistake(key) === undefined : labelKeyMistake(text) === undefined)
    return undefined;
  return {
    message: `\`${shortened(text)}\` names no label or annotation`,
    why: 'the controller compares whole keys, or what stands before `/*`',
    fix: text.includes(',') ? 'make each key an entry of the list' : 'write a whole key, or `prefix/*`',
  };
}
