/** What templates, tools and shells write where a credential will be: `{{ .token }}`, `$(TOKEN)`, `<token>`, `****`. */
const form = [
  /\{\{[^{}\n]*\}\}(?: ?\{\{[^{}\n]*\}\})*/,
  /\$?\{[A-Za-z_.]+\}|\$\{[\w.]+\}|\$\([\w.]+\)|\$[A-Z_][A-Z0-9_]*/,
  /<[\w .:/#|-]+>|%[A-Za-z_]+%|%[a-z]/,
  /~|\*+|\.{3,}|-{3,}|[xX]{3,}(?:-[xX]{3,})*/,
]
  .map(({ source }) => source)
  .join('|');

/** What people and `kubectl config view` write: `changeme`, `your-token-here`, `REDACTED`. */
const words = [
  /null|(?:data\+)?(?:omitted|redacted)/,
  /\$?(?:pass(?:word|wd)?|secret|token)/,
  /(?:replace|change|your)(?:[ _-]?(?:me|this|it|here|with|by|your|the|a|real|actual|access|bearer|client|user|service|account|id|refresh|key|data|secret|password|passwd|pass|token|credentials?|value))*/,
]
  .map(({ source }) => source)
  .join('|');

const whole = [new RegExp(`^(?:${form})$`), new RegExp(`^(?:${words})$`, 'i')];

/** Where a value of YAML or JSON is over, be it within a quoted string. */
const end = /(?=[ \t]+#|[ \t]*(?:\\{0,3}["']|\\{1,4}[nr]|[\r\n,}\]]|$))/.source;

// text that was decoded may end within a template
const inText = [
  /\{\{[^{}\n]*\}?$/y,
  new RegExp(`(?:${form})${end}`, 'y'),
  new RegExp(`(?:${words})${end}`, 'iy'),
];

/** True for a text that is a placeholder from its first character to its last, never for one that only begins like one. */
export function isPlaceholder(text: string): boolean {
  return whole.some((pattern) => pattern.test(text));
}

/** True where the value that begins at `offset`, behind its quote, is a placeholder as a whole. */
export function isPlaceholderAt(text: string, offset: number): boolean {
  return inText.some((pattern) => {
    pattern.lastIndex = offset;
    return pattern.test(text);
  });
}
