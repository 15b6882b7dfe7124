import { countSlips } from '../diagnostics/suggest.js';

/** Shortest word that a slip is looked for in: among shorter ones one letter makes another word. */
export const shortestWord = 5;

/**
 * True for a name that is another with one letter wrong. Numbers and short words tell things apart, so nothing in them
 * is taken for a slip.
 */
export function isOneSlip(name: string, other: string, shortest = shortestWord): boolean {
  if (other.length < shortest || Math.abs(name.length - other.length) > 1) return false;
  const digits = (text: string) => text.replace(/\D/g, '');
  if (digits(name) !== digits(other) || countSlips(name, other) !== 1) return false;
  const parts = other.split('-');
  const others = name.split('-');
  // `zone-a` and `zone-b` are two clusters
  return (
    parts.length !== others.length || parts.every((part, i) => part === others[i] || part.length >= shortest)
  );
}
