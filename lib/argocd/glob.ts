/** One step of a glob: a run of characters, or a single one. */
interface Token {
  readonly isRun: boolean;
  readonly takes: (character: string) => boolean;
}

const mostAlternatives = 64;

/**
 * True when a glob matches a whole text: `*` stands for any run without the separator, `**` for any run, `?` for one
 * character, `[a-c]` and `[!a]` for one of some, `{a,b}` for either.
 *
 * Time grows with the product of both lengths, whatever the pattern. A pattern that is none matches itself alone.
 */
export function globMatches(pattern: string, text: string, separator = ''): boolean {
  if (pattern === '*' || pattern === text) return true;
  if (!isGlob(pattern)) return false;
  return alternativesOf(pattern).some((each) => runs(tokensOf(each, separator), text));
}

/** Whether a pattern may match more than itself. */
export function isGlob(pattern: string): boolean {
  return /[*?[{\\]/.test(pattern);
}

/** Takes one character after the other and keeps every place of the pattern that may be reached with it. */
function runs(tokens: readonly Token[], text: string): boolean {
  let reached = skipped(tokens, new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const token = tokens[at];
      if (token?.takes(character) === true) next.add(token.isRun ? at : at + 1);
    }
    if (next.size === 0) return false;
    reached = skipped(tokens, next);
  }
  return reached.has(tokens.length);
}

/** A run may be empty. */
function skipped(tokens: readonly Token[], places: Set<number>): Set<number> {
  for (const at of places) if (tokens[at]?.isRun === true) places.add(at + 1);
  return places;
}

function tokensOf(pattern: string, separator: string): Token[] {
  const inside = (character: string) => character !== separator;
  const tokens: Token[] = [];
  for (const [part] of pattern.matchAll(/\*\*+|\\[^]|\[!?[^\]]+\]|[^]/g)) {
    if (part.startsWith('**')) tokens.push({ isRun: true, takes: () => true });
    else if (part === '*') tokens.push({ isRun: true, takes: inside });
    else if (part === '?') tokens.push({ isRun: false, takes: inside });
    else if (part.length > 2) tokens.push({ isRun: false, takes: oneOf(part.slice(1, -1)) });
    else {
      const literal = part.slice(-1);
      tokens.push({ isRun: false, takes: (character) => character === literal });
    }
  }
  return tokens;
}

function oneOf(members: string): (character: string) => boolean {
  const isDenial = members.startsWith('!') || members.startsWith('^');
  const listed = isDenial ? members.slice(1) : members;
  const has = (character: string) => {
    for (let i = 0; i < listed.length; i++) {
      const from = listed.charAt(i);
      const to = listed.charAt(i + 1) === '-' && i + 2 < listed.length ? listed.charAt(i + 2) : from;
      if (character >= from && character <= to) return true;
      if (to !== from) i += 2;
    }
    return false;
  };
  return (character) => has(character) !== isDenial;
}

/** The patterns that braces stand for; those within braces are left as they are. */
function alternativesOf(pattern: string): readonly string[] {
  let found = [pattern];
  for (let i = 0; i < 8; i++) {
    const next = found.flatMap((each) => {
      const match = /^([^{]*)\{([^{}]*)\}([^]*)$/.exec(each);
      const [, before = '', members = '', after = ''] = match ?? [];
      return match === null ? [each] : members.split(',').map((member) => `${before}${member}${after}`);
    });
    if (next.length === found.length || next.length > mostAlternatives) return found;
    found = next;
  }
  return found;
}
