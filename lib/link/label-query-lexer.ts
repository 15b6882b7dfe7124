/** A piece of a label query: a word (`in` and `notin` are words as well), a symbol, or the end. */
export interface QueryToken {
  readonly kind: 'word' | 'symbol' | 'end';
  readonly text: string;
}

// `!=` and `==` before their first characters; blanks only separate
const token = /[ \t\r\n]*(?:(==|!=|[=!(),<>])|([^ \t\r\n=!(),<>]+))/y;

/** Splits a label query into its tokens; a NUL ends it, as in Kubernetes. */
export function lexQuery(query: string): QueryToken[] {
  const [text = ''] = query.split('\0', 1);
  const tokens: QueryToken[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [, symbol, word] = match;
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}
