import { ipVersion } from '../config/validate/ip-version.js';

/** The addresses of a list that commas join; what is none, such as a placeholder, is left out. */
export function addressesIn(text = ''): readonly string[] {
  return text
    .split(',')
    .filter((item) => /^[\w.-]+$/.test(item) || ipVersion(item) === 6)
    .map(plainAddress);
}

/** An address as all spellings of it are compared. */
function plainAddress(text: string): string {
  if (ipVersion(text) === 6) return new URL(`http://[${text}]`).hostname.slice(1, -1);
  return text.toLowerCase().replace(/\.$/, '');
}
