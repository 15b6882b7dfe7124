/** What looks sealed, and opens nothing. */
export const ciphertext = 'AgBbm8gc2VjcmV0LCBzZWFsZWQgZm9yIG5vYm9keQ';
