/** True for an address that leads to the API server of whoever dials it. */
export function isAtHome(server: string): boolean {
  const host = /^[a-z]+:\/\/(\[[^\]]*\]|[^:/]*)/i.exec(server)?.[1] ?? server;
  return /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0|kubernetes(\.default(\.svc.*)?)?)$/i.test(host);
}
