import { TextDecoder } from 'node:util';
import { Positions } from './yaml/positions.js';
import type { TextResult } from './read-text-file.js';

/**
 * Text of UTF-8 bytes, without a byte order mark.
 *
 * Reports FILE_ENCODING at the first byte that does not fit, and FILE_NOT_TEXT for what is no text in any encoding.
 */
export function decodeUtf8(bytes: Buffer, file: string): TextResult {
  try {
    const text = bytes.toString();
    // what does not fit becomes this character; a decoder that says so costs 20 µs, and files may be thousands
    if (!text.includes('\ufffd')) return { text: text.replace(/^\ufeff/, ''), diagnostics: [] };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const offset = firstBadByte(bytes);
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
    if (!utf16 && bytes.includes(0)) {
      return {
        diagnostics: [
          {
            code: 'FILE_NOT_TEXT',
            severity: 'error',
            message: 'the file is binary, not text',
            fix: 'leave it out, or rename it if it is no YAML',
            ...new Positions(before, file).placeAt(before.length),
          },
        ],
      };
    }
    return {
      diagnostics: [
        {
          code: 'FILE_ENCODING',
          severity: 'error',
          message: utf16 ? 'the file is UTF-16, not UTF-8' : 'the file is not UTF-8',
          why: 'other bytes would turn into other characters without a word',
          fix: 'save it as UTF-8',
          ...new Positions(before, file).placeAt(before.length),
        },
      ],
    };
  }
}

/** How many bytes from the start are UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function startsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
