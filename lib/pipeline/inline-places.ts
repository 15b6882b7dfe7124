import type { Place } from '../diagnostics/diagnostic.js';
import type { Position } from '../symbols/field.js';

/**
 * Moves places in a text that is a value of a file to that file. `start` is where the value stands.
 *
 * A block of literal text has its lines and columns there; any other text is told as a whole.
 */
export function inlinePlaces(
  source: string,
  start: Position,
  file: string,
): <T extends Place>(place: T) => T {
  const lines = source.split('\n');
  const isLiteral = lines[start.line - 1]?.[start.column - 1] === '|';
  const first = lines.slice(start.line).find((line) => /\S/.test(line)) ?? '';
  const indentation = first.length - first.trimStart().length;
  return (place) => {
    if (!isLiteral || place.line === undefined) return { ...place, file, ...start };
    return {
      ...place,
      file,
      line: start.line + place.line,
      column: (place.column ?? 1) + indentation,
    };
  };
}
