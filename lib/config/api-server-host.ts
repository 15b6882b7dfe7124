/**
 * Whether an address means another machine in each cluster that uses it: the Kubernetes API's own Service, any other
 * Service by its cluster-local name, or the machine itself.
 */
export function isClusterLocal(url: string): boolean {
  const host = (/^[a-z]+:\/\/(\[[^\]]*\]|[^:/]*)/i.exec(url)?.[1] ?? url).toLowerCase().replace(/\.$/, '');
  return (
    /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0|\[::\])$/.test(host) ||
    /^kubernetes(\.default)?$/.test(host) ||
    /^[^.]+\.[^.]+\.svc(\.|$)/.test(host)
  );
}
