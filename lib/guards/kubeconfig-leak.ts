import { placeholderText } from './placeholder.js';
import type { LeakKind } from './secret-forms.js';

/** A field of a kubeconfig's user that holds a credential, in YAML or JSON, quoted or within a quoted string. */
const credential =
  /(?:^|[\s,{"'\\n-])(token|password|client-key-data|id-token|refresh-token|access-token|client-secret)\\{0,3}["']?\s*:\s*(?:\\{0,3}["'])?([^\s"'\\,}]+)/g;

/** True when something in a text would be a credential if the text were a kubeconfig. */
export function holdsCredential(text: string): boolean {
  return text.search(credential) !== -1;
}

function isKubeconfig(text: string): boolean {
  return text.includes('users') && text.includes('clusters') && text.includes('contexts');
}

/**
 * The first credential of a kubeconfig's user, whatever it looks like: also a short password.
 *
 * A kubeconfig without one, or with a template's placeholder in its place, is harmless.
 */
export function kubeconfigLeak(
  text: string,
): { readonly offset: number; readonly length: number; readonly kind: LeakKind } | undefined {
  // the rarest of the three words is looked for first
  const users = text.indexOf('users');
  if (users === -1 || !isKubeconfig(text)) return undefined;
  for (const match of text.matchAll(credential)) {
    const value = match[2];
    if (value === undefined || placeholderText.test(value)) continue;
    const offset = match.index + match[0].length - value.length;
    return { offset, length: value.length, kind: 'a kubeconfig with credentials' };
  }
  return undefined;
}
