/** Words that something else fills in before the API server sees them: Flux, envsubst, Helm. */
const placeholder = /\$\{[A-Za-z_][^}]*\}|\{\{/;

/** True for a text with a placeholder in it, of which nothing is known to be wrong. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
