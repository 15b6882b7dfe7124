/** A part of a text that can be parsed alone, and where it begins: lines and columns before it. */
export interface TextPart {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** True for what stands around the items of a List: no object, but it must be sound. */
  readonly isFrame?: boolean;
}

/**
 * The items of a long `List`, as `kubectl get` prints one in YAML or JSON, each to be parsed alone: parsed at once,
 * a dump of 30 MB takes gigabytes.
 *
 * Undefined for a text of any other form, and where an anchor might be used across items.
 */
export function listParts(text: string): readonly TextPart[] | undefined {
  return /^\s*\{/.test(text) ? jsonParts(text) : yamlParts(text);
}

const listKind = /^["']?kind["']?:\s*["']?List["']?\s*$/m;

function yamlParts(text: string): TextPart[] | undefined {
  const [opening] = /^items:[ \t]*\r?\n/m.exec(text) ?? [];
  // an anchor or alias, or a text that looks like one
  if (opening === undefined || /[\s[{,:-][&*][\w-]/.test(text)) return undefined;
  const start = text.search(/^items:[ \t]*\r?$/m) + opening.length;
  const head = text.slice(0, start);
  const indent = /^ *(?=- )/.exec(text.slice(start, start + 1000))?.[0];
  if (indent === undefined) return undefined;
  const item = `\n${indent}- `;
  const parts: TextPart[] = [];
  let line = linesIn(head);
  parts.push({ text: `${head.trimEnd()} []`, line: 0, column: 0, isFrame: true });
  let at = start;
  let end = text.length;
  const closing = new RegExp(`\\n(?=[^\\s#${indent === '' ? '-' : ''}])`, 'g');
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close !== null) end = close.index + 1;
  while (at < end) {
    const next = text.indexOf(item, at);
    const stop = next < 0 || next >= end ? end : next + 1;
    const dash = at + indent.length;
    // a blank for the dash keeps columns, and makes the item a document of its own
    parts.push({ text: `${indent} ${text.slice(dash + 1, stop)}`, line, column: 0 });
    line += linesIn(text.slice(at, stop));
    at = stop;
  }
  const tail = text.slice(end);
  parts.push({ text: tail, line, column: 0, isFrame: true });
  return listKind.test(head) || listKind.test(tail) ? parts : undefined;
}

/** Walks through JSON once: quotes and brackets tell where the items of the outermost mapping begin and end. */
function jsonParts(text: string): TextPart[] | undefined {
  const parts: TextPart[] = [];
  let depth = 0;
  let itemStart = -1;
  let isInItems = false;
  let key = '';
  let isList = false;
  let line = 0;
  let lineStart = 0;
  let place = { line: 0, column: 0 };
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '\n':
        line++;
        lineStart = i + 1;
        break;
      case '"': {
        const end = endOfString(text, i);
        if (end < 0) return undefined;
        if (depth === 1) {
          const word = text.slice(i + 1, end);
          if (/^\s*:/.test(text.slice(end + 1, end + 20))) key = word;
          else if (key === 'kind') isList = word === 'List';
        }
        i = end;
        break;
      }
      case '{':
      case '[':
        depth++;
        if (depth === 2 && text[i] === '[' && key === 'items') isInItems = true;
        if (depth === 3 && isInItems) {
          itemStart = i;
          place = { line, column: i - lineStart };
        }
        break;
      case '}':
      case ']':
        if (depth === 3 && isInItems) parts.push({ text: text.slice(itemStart, i + 1), ...place });
        depth--;
        if (depth === 1) isInItems = false;
        if (depth < 0) return undefined;
        break;
      default:
    }
  }
  return depth === 0 && isList ? parts : undefined;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return -1;
}

function linesIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
