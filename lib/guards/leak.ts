import { encodedTexts } from './base64-text.js';
import { kubeconfigLeak } from './kubeconfig-leak.js';
import { isKeyBody, isKeyBytes, secretInWord, type LeakKind } from './secret-forms.js';
import { secretByName } from './secret-by-name.js';
import { urlPassword } from './url-password.js';
import { HarmlessWords } from './harmless-words.js';
import { mayGoOn, unwrapWord, type WrappedWord } from './wrapped-word.js';
import { withUnits, type TextUnits } from './text-units.js';
import { scanWords } from './word-scan.js';

/** A secret in a text, by its place and kind; never by its words. */
export interface Leak {
  /** Where it begins, in UTF-16 units from 0. */
  readonly offset: number;
  /** How many units of the text it takes, line breaks included. */
  readonly length: number;
  readonly kind: LeakKind;
  /** How often it was base64-encoded: 0 when it stands as it is. */
  readonly layers: number;
}

/** Base64 within base64 within base64: more layers than anybody makes by mistake. */
const deepestLayer = 4;

/**
 * The secrets in a text, in order: tokens, private keys, kubeconfigs with credentials, and base64 or base64url of
 * them, wrapped into lines or not, encoded once or several times.
 *
 * What tells a secret is its form, or the name of the field before it, never randomness alone: certificates, digests,
 * image names, long names and the ciphertext of SealedSecrets (RSA-OAEP bytes, which are no ASCII text) pass.
 *
 * `clean` are stretches of whole lines, in order, in which none begins: see `cleanInside`.
 */
export function findLeaks(text: string, clean: readonly Stretch[] = noStretches): readonly Leak[] {
  return leaksAt(text, 0, clean);
}

/** The same in a text whose bytes are at hand. */
export function findLeaksIn(text: string, units: TextUnits, clean: readonly Stretch[]): readonly Leak[] {
  return leaksInUnits(text, units, 0, clean);
}

/** A part of a text, in UTF-16 units from 0; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const noStretches: readonly Stretch[] = [];

/** Words in which nothing was found, whatever stands around them. */
const harmless = new HarmlessWords((word) => {
  if (secretInWord(word) !== undefined) return false;
  const run = keyRun(word);
  return (run === undefined || !isEncodedKey(run[0])) && encodedTexts(word).length === 0;
});

/** True for base64 of what `isKeyBytes` knows: it all begins with the byte 0x30 or an `o`, and few words do. */
function isEncodedKey(run: string): boolean {
  return (run.startsWith('M') || run.startsWith('b')) && isKeyBytes(Buffer.from(run, 'base64'));
}

/** What alone gives the words behind it another meaning: they may be the body of a key. */
export const keyHeader = 'PRIVATE KEY';

function leaksAt(text: string, layers: number, clean: readonly Stretch[]): readonly Leak[] {
  return withUnits(text, (units) => leaksInUnits(text, units, layers, clean));
}

function leaksInUnits(
  text: string,
  units: TextUnits,
  layers: number,
  clean: readonly Stretch[],
): readonly Leak[] {
  const found: Leak[] = [];
  const mayHoldKey = text.includes(keyHeader);
  const visit = (start: number, end: number, hasUpper: boolean, isName: boolean): number => {
    // the name of a field, by far the most frequent: what its letters encode is looked at, and no more
    const isField = isName && text.charCodeAt(end) === 0x3a;
    const named = isField ? undefined : secretByName(text, start, end);
    if (named !== undefined) {
      found.push({ offset: start, length: end - start, kind: named, layers });
      return end;
    }
    // a quoted line break ends in a letter that belongs to no word: \nQUJD
    const escaped = hasUpper && text.charCodeAt(start - 1) === 0x5c ? 1 : 0;
    const isWhole = escaped === 0 && !mayHoldKey && (!hasUpper || !mayGoOn(text, end));
    // the same names stand in the files of all clusters
    if (isWhole && harmless.has(text, units, start, end)) return end;
    const word = text.slice(start, end);
    if (isField && encodedTexts(word).length === 0) return end;
    if (hasUpper) return visitWrapped(text, unwrapWord(text, start + escaped, end), layers, found);
    // nothing of that length is encoded without upper case
    const bare = secretInWord(word);
    if (bare === undefined) return end;
    found.push({
      offset: start + bare.offset,
      length: word.length - bare.offset,
      kind: bare.kind,
      layers,
    });
    return end;
  };
  scanWords(units, mayHoldKey ? noStretches : clean, visit);
  for (const other of [kubeconfigLeak(text), ...urlPassword(text)]) {
    if (other !== undefined) found.push({ ...other, layers });
  }
  return found.length < 2 ? found : found.sort((a, b) => a.offset - b.offset);
}

/** Looks at a word as a whole; lines that were joined in vain each by themselves, so that each is joined once. */
function visitWrapped(text: string, wrapped: WrappedWord, layers: number, found: Leak[]): number {
  const start = wrapped.placeOf(0);
  const leak = leakInWord(wrapped.word, () => text.slice(Math.max(0, start - 256), start), layers);
  if (leak !== undefined) {
    const offset = wrapped.placeOf(leak.offset);
    found.push({ offset, length: wrapped.end - offset, kind: leak.kind, layers: leak.layers });
    return wrapped.end;
  }
  for (const piece of wrapped.pieces.slice(1)) {
    const word = text.slice(piece.start, piece.end);
    const kind = secretInWord(word)?.kind ?? secretByName(text, piece.start, piece.end);
    if (kind !== undefined) found.push({ offset: piece.start, length: word.length, kind, layers });
  }
  return wrapped.end;
}

/** The base64 of an Ed25519 key without its frame, the shortest there is. */
const shortestKey = 32;

/** The first stretch of a word that is long enough to begin a key. */
function keyRun(word: string): RegExpExecArray | undefined {
  return word.length < shortestKey ? undefined : (/[\w+/-]{32,64}/.exec(word) ?? undefined);
}

interface WordLeak {
  readonly offset: number;
  readonly kind: LeakKind;
  readonly layers: number;
}

function leakInWord(word: string, before: () => string, layers: number): WordLeak | undefined {
  const bare = secretInWord(word);
  if (bare !== undefined) return { ...bare, layers };
  const run = keyRun(word);
  if (run !== undefined) {
    if (isKeyBody(before())) return { offset: run.index, kind: 'a private key', layers };
    if (isEncodedKey(run[0])) return { offset: run.index, kind: 'a private key', layers: layers + 1 };
  }
  if (layers >= deepestLayer) return undefined;
  for (const encoded of encodedTexts(word)) {
    const [inner] = leaksAt(encoded.text, layers + 1, noStretches);
    if (inner !== undefined) return { offset: encoded.offset, kind: inner.kind, layers: inner.layers };
  }
  return undefined;
}
