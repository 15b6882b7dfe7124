/** Words that something else fills in before the API server sees them: Flux, envsubst, Helm. */
const placeholder = /\$\{[A-Za-z_][^}]*\}|\{\{/;

/** True for a text with a placeholder in it, of which nothing is known to be wrong. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

const filledLater =
  /^\s*(?:$|<[^<>]*>\s*$|\$[{(]|\$[A-Z_][A-Z0-9_]*\s*$|\(\(|ENC\[|vault:|ref\+|op:\/\/)|\{\{/;

/**
 * True for what SOPS, a Vault webhook, vals or a password manager put in place of a secret, and for what envsubst, Helm
 * or a person fills in.
 */
export function isFilledLater(text: string): boolean {
  return filledLater.test(text);
}

/** True for YAML that something else fills in a part of: a value, or a word within one. */
export function isFilledInPart(text: string): boolean {
  return (
    hasPlaceholder(text) ||
    text.split('\n').some((line) => {
      const value = /:[ \t]+["']?(.*?)["']?(?:[ \t]+#.*)?[ \t]*$/.exec(line)?.[1] ?? '';
      return (value !== '' && isFilledLater(value)) || /^@@?\w+@@?$/.test(value);
    })
  );
}
