import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findLeaks } from './leak.js';
import { looksRandom, secretName } from './secret-forms.js';

const mask = '[redacted]';

/** A line that is nothing but encoded bytes: part of a key or a certificate, of which alone nobody can tell. */
const encodedLine = /^([\s#"'|]*)([A-Za-z0-9+/_-]{32,}={0,2})([\s"',\\]*)$/;

/** The same as a key, as a value, or quoted in a message. */
const encodedWord =
  /(^\s*(?:- +)?["']?|[{,[] *["']?|[:=] +["']?|`)([A-Za-z0-9+/_-]{32,}={0,2})(?=["'`:,}\]\s]|$)/g;

/** A field or variable with its value on one line. */
const named = /(?<![\w.-])([\w.-]+)(["']?\s*[:=]\s*["']?)([^\s"'{}$<>,]{6,})/g;

/** Longest line that is looked through, in UTF-16 units; a longer one is hidden as a whole. */
const longestLine = 100_000;

function withoutEndlessLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length <= longestLine ? line : mask))
    .join('\n');
}

/**
 * A text without its secrets, for code frames and messages: each is replaced by `[redacted]`.
 *
 * Hides more than {@link findLeaks} finds, as here a mistake costs nothing: also every value of a field that is
 * called token or password, and lines and values that may be a piece of a key.
 */
export function redact(text: string): string {
  let result = '';
  let from = 0;
  const readable = text.length <= longestLine ? text : withoutEndlessLines(text);
  for (const leak of findLeaks(readable)) {
    if (leak.offset < from) continue;
    const end = leak.offset + leak.length;
    // one that spans lines leaves as many, so that those below keep their numbers
    const breaks = readable.slice(leak.offset, end).split('\n').length - 1;
    result += readable.slice(from, leak.offset) + mask + '\n'.repeat(breaks);
    from = end;
  }
  result += readable.slice(from);
  return result
    .split('\n')
    .map((line) =>
      line
        .replace(encodedLine, (whole, before: string, bytes: string, after: string) =>
          looksRandom(bytes) ? before + mask + after : whole,
        )
        .replace(encodedWord, (whole, before: string, bytes: string) =>
          looksRandom(bytes) ? before + mask : whole,
        )
        .replace(named, (whole, name: string, between: string, value: string) =>
          secretName.test(name) && value !== mask && !/^[a-z]+(?:[-./][a-z]+)*$/.test(value)
            ? name + between + mask
            : whole,
        ),
    )
    .join('\n');
}

function redactMaybe(text: string | undefined): string | undefined {
  return text === undefined ? undefined : redact(text);
}

/** A diagnostic whose words hold no secret, whatever the input it quotes. */
export function redactDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { message, why, fix, path, related } = diagnostic;
  const texts = { why: redactMaybe(why), fix: redactMaybe(fix), path: redactMaybe(path) };
  const known = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  return {
    ...diagnostic,
    message: redact(message),
    ...known,
    ...(related === undefined ? {} : { related: related.map((r) => ({ ...r, message: redact(r.message) })) }),
  };
}
