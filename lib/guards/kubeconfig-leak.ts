import { isPlaceholderAt } from './placeholder.js';
import type { LeakKind } from './secret-forms.js';

/**
 * A field of a kubeconfig's user that holds a credential, in YAML or JSON, quoted or within a quoted string; an anchor
 * and a tag before it are no part of it.
 */
const credential =
  /(?:^|[\s,{"'\\n-])(?:token|password|client-key-data|id-token|refresh-token|access-token|client-secret)\\{0,3}["']?\s*:\s*(?:[&!][^\s"'\\,}]*\s+)*(\\{0,3}["'])?([^\s"'\\,}]+)/g;

/** True when something in a text would be a credential if the text were a kubeconfig. */
export function holdsCredential(text: string): boolean {
  return text.search(credential) !== -1;
}

/** The keys of every kubeconfig with a user, and one of those that lists and settings of other users do not have. */
const usersKey = /(?:\b|\\n)users\\{0,3}["']?\s*:/;
const userKey = /(?:\b|\\n)user\\{0,3}["']?\s*:/;
const companion =
  /(?:\b|\\n)(?:(?:clusters|contexts)\\{0,3}["']?\s*:|kind\\{0,3}["']?\s*:\s*(?:\\{0,3}["'])?Config\b)/;

function isKubeconfig(text: string): boolean {
  if (text.includes('clusters') && text.includes('contexts')) return true;
  return usersKey.test(text) && userKey.test(text) && companion.test(text);
}

/** The mark of a block scalar up to its first line with text, be they lines of a quoted string. */
const blockHeader =
  /[|>][-+\d]{0,2}[ \t]*(?:#[^\r\n\\]*)?(?:[\r\n]|\\{1,4}[nr])(?:\s|\\(?:[nr]|(?=[\s\\])))*/y;

/** Where a credential itself begins, for a value that begins at `offset` without a quote. */
function behindMark(text: string, offset: number): number {
  blockHeader.lastIndex = offset;
  if (blockHeader.test(text)) return blockHeader.lastIndex;
  const alias = /^\*([\w-]+)/.exec(text.slice(offset, offset + 80))?.[1];
  const anchored = alias === undefined ? null : new RegExp(`&${alias}\\s+\\\\{0,3}["']?`).exec(text);
  return anchored === null ? offset : anchored.index + anchored[0].length;
}

/**
 * The first credential of a kubeconfig's user, whatever it looks like: also a short password.
 *
 * A kubeconfig without one, or with a template's placeholder in its place, is harmless.
 */
export function kubeconfigLeak(
  text: string,
): { readonly offset: number; readonly length: number; readonly kind: LeakKind } | undefined {
  // the rarest of the words is looked for first
  if (!text.includes('users') || !isKubeconfig(text)) return undefined;
  for (const match of text.matchAll(credential)) {
    const [found, quote, value = ''] = match;
    const start = match.index + found.length - value.length;
    const offset = quote === undefined ? behindMark(text, start) : start;
    // a mapping is looked at by its own keys
    const isMapping = quote === undefined && /^\{(?!\{)/.test(value);
    if (isMapping || isPlaceholderAt(text, offset)) continue;
    const length = offset === start ? value.length : lengthAt(text, offset);
    if (length > 0) return { offset, length, kind: 'a kubeconfig with credentials' };
  }
  return undefined;
}

function lengthAt(text: string, offset: number): number {
  return /^[^\s"'\\,}]*/.exec(text.slice(offset, offset + 4096))?.[0].length ?? 0;
}
