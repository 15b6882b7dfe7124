import { Refusal } from './refusal.js';

/** Blanks of Unicode that YAML takes for letters, and Go's `strings.TrimSpace` for blanks; line breaks are not among them. */
const BLANK = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';

const atEnd = new RegExp(`${BLANK}\\s*$`);
const atStart = new RegExp(`^${BLANK}`);

/**
 * What becomes of text with such a blank at its end: where it ends a document or a block that is trimmed, Helm cuts it
 * off. Undefined for any other text.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/releaseutil/manifest.go
 */
export function blankAtEnd(text: string): Refusal | undefined {
  return atEnd.test(text)
    ? new Refusal('Helm cuts a blank such as U+00A0 off where it ends a text')
    : undefined;
}

/** Like `blankAtEnd`, for the beginning of a block that is trimmed. */
export function blankAtStart(text: string): Refusal | undefined {
  return atStart.test(text)
    ? new Refusal('Helm cuts a blank such as U+00A0 off where it begins a text')
    : undefined;
}
