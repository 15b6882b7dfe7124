import { isGiven, type Mapping } from './mapping.js';

/**
 * The address of a cluster's server as client-go completes it: `host:6443` is https where a CA stands beside it, or
 * none is checked, and http elsewhere. What is neither is left as it stands; undefined where there is none.
 * @see https://github.com/kubernetes/client-go/blob/v0.35.0/rest/url_utils.go
 */
export function serverUrl(cluster: Mapping): string | undefined {
  const { server } = cluster;
  if (typeof server !== 'string' || server === '') return undefined;
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(server)) return server;
  const isTls =
    cluster['insecure-skip-tls-verify'] === true ||
    ['certificate-authority', 'certificate-authority-data'].some((key) => isGiven(cluster[key]));
  return `${isTls ? 'https' : 'http'}://${server}`;
}

/** True for an address with a port that nothing can listen on. */
export function hasNoSuchPort(url: string): boolean {
  const port = /^[a-z]+:\/\/(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^:/?#]*):([^/?#]*)/i.exec(url)?.[1];
  return port !== undefined && port !== '' && !(/^\d+$/.test(port) && Number(port) <= 65_535);
}
