/**
 * The text that base64 stands for, as Go decodes it: line breaks may stand anywhere, blanks nowhere, and `=` fills up
 * the last four characters.
 * @see https://github.com/golang/go/blob/go1.25.0/src/encoding/base64/base64.go
 */
export function goBase64(text: string): string | undefined {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed)
    ? Buffer.from(packed, 'base64').toString('utf8')
    : undefined;
}

/** Why Go takes a text for no base64, behind `is`. */
export function whyNoBase64(text: string): string {
  const bare = text.replace(/\s/g, '');
  if (/[ \t]/.test(text) && goBase64(bare) !== undefined)
    return 'not base64: blanks stand in it, such as `>` makes of line breaks; write it on one line';
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(bare) && bare.length % 4 !== 1) return 'not base64: its end lacks `=`';
  return 'not base64';
}
