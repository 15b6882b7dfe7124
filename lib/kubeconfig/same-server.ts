/** True for addresses of one server: they differ in case, a last slash or the port that goes without saying at most. */
export function sameServer(a: string, b: string): boolean {
  return plainServer(a) === plainServer(b);
}

/** An address without what may differ for one API server. */
export function plainServer(address: string): string {
  const [, origin = '', path = ''] = /^([a-z]+:\/\/[^/?#]*)(.*)$/is.exec(address) ?? [undefined, address];
  const lower = origin.toLowerCase();
  return lower.replace(lower.startsWith('http:') ? /:80$/ : /:443$/, '') + path.replace(/\/+$/, '');
}
