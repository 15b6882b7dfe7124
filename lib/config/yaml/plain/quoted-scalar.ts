import { BeyondPlain } from './beyond-plain.js';
import { code } from './characters.js';

/** Escapes that every reader of YAML knows and takes for the same. */
const escapes: Readonly<Record<string, string>> = { '\\': '\\', '"': '"', n: '\n', t: '\t' };

/** The text between the quotes that begin at `from`, on one line, and where it ends behind them. */
export function readQuoted(text: string, from: number): { readonly text: string; readonly end: number } {
  const quote = text.charCodeAt(from);
  let isLiteral = true;
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === code.newline) break;
    if (unit === code.backslash && quote === code.doubleQuote) {
      isLiteral = false;
      at += 1;
    } else if (unit === quote) {
      if (quote === code.doubleQuote || text.charCodeAt(at + 1) !== quote) {
        const written = text.slice(from + 1, at);
        return { text: isLiteral ? written : unescaped(written, quote), end: at + 1 };
      }
      isLiteral = false;
      at += 1;
    }
  }
  throw new BeyondPlain();
}

function unescaped(written: string, quote: number): string {
  if (quote === code.singleQuote) return written.replaceAll("''", "'");
  return written.replace(/\\(.?)/g, (_whole, letter: string) => {
    const meant = escapes[letter];
    if (meant === undefined) throw new BeyondPlain();
    return meant;
  });
}
