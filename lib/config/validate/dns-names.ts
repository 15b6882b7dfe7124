import { shortened } from './field-text.js';
import type { Mistake } from './type-mistakes.js';

/** Whether a text is a DNS label as RFC 1123 has it, which may begin with a digit; its length apart. */
export function isDnsLabel(text: string): boolean {
  return /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** Why a text is no DNS label of at most `longest` characters. */
export function dnsLabelMistake(text: string, longest: number): Mistake | undefined {
  if (text === '')
    return { message: 'is empty', fix: `write 1 to ${longest} small letters, digits and dashes` };
  if (!isDnsLabel(text)) {
    return {
      message: `\`${shortened(text)}\` is no DNS label`,
      why: 'Kubernetes takes only small letters, digits and dashes here, no dash at either end',
      ...repaired(text, longest),
    };
  }
  if (text.length <= longest) return undefined;
  return {
    message: `\`${shortened(text)}\` has ${text.length} characters, ${text.length - longest} too many`,
    why:
      longest === 35
        ? "the name of a controller's pod follows from it and must stay within 63 characters"
        : `a DNS label has at most ${longest} characters`,
    fix: `use at most ${longest} characters`,
  };
}

/** Why a text is no name of DNS labels joined by dots. */
export function dnsNameMistake(text: string): Mistake | undefined {
  if (text.length > 253)
    return { message: `has ${text.length} characters`, fix: 'use at most 253 characters' };
  const isName = text.split('.').every((label) => dnsLabelMistake(label, 63) === undefined);
  if (isName) return undefined;
  return {
    message: `\`${shortened(text)}\` is no DNS name`,
    why: 'it takes only small letters, digits, dashes and dots, parted into labels of at most 63 characters',
    ...repaired(text, 253, '.'),
  };
}

function repaired(text: string, longest: number, separator = ''): { fix?: string } {
  const escaped = separator === '.' ? '.' : '';
  const word = text
    .toLowerCase()
    .replace(new RegExp(`[^-a-z0-9${escaped}]+`, 'g'), '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, longest);
  return word === '' || word === text ? {} : { fix: `write \`${word}\`` };
}

/** Whether objects of most kinds, whose parts between dots may be of any length, can be called so. */
export function isObjectName(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text);
}
