import type { Manifest } from '../../lib/manifests/manifest.js';

/** A fleet of two clusters, whose credentials the target pushes. */
export const pair = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com }, apiServer: https://api.hub.example.com:6443 }
  spoke: {}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { externalSecrets: { store: vault, key: '{target}/{source}', push: true } }
`;

/** The objects of a kind, in their order. */
export function ofKind(objects: readonly Manifest[] | undefined, kind: string): Manifest[] {
  return (objects ?? []).filter((object) => object.kind === kind);
}
