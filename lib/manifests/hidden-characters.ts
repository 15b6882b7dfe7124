/**
 * Characters that a reader of a file would not see as what they are: C1 controls, blanks that are none, zero-width
 * characters, marks that turn the direction of text, non-characters, and surrogates without their partner.
 *
 * For use with the `u` flag inside a character class.
 */
const hidden =
  '\\x7f-\\xa0\\xad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff' +
  '\\ufff0-\\ufffc\\ufffe\\uffff\\p{Surrogate}';

/** Finds one hidden character. */
export const hiddenCharacter = new RegExp(`[${hidden}]`, 'u');

/** Finds every hidden character; for `replace` only, as it keeps its position between tests. */
export const hiddenCharacters = new RegExp(`[${hidden}]`, 'gu');
