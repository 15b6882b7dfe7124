import { isPlaceholder } from './placeholder.js';
import type { LeakKind } from './secret-forms.js';

const userInfo = /[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'`<>{}()]*:([^\s/@"'`<>{}()]+)$/i;

/** Passwords written into a URL, `https://user:password@proxy`; digests (`image@sha256:…`) are none. */
export function urlPassword(
  text: string,
): readonly { readonly offset: number; readonly length: number; readonly kind: LeakKind }[] {
  const found: { readonly offset: number; readonly length: number; readonly kind: LeakKind }[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const password = userInfo.exec(text.slice(Math.max(0, at - 200), at))?.[1];
    if (password === undefined || isPlaceholder(password)) continue;
    found.push({ offset: at - password.length, length: password.length, kind: 'a URL with a password' });
  }
  return found;
}
