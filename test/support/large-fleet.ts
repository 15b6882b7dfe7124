/** A fleet file of so many clusters, `c0` and on, all mirroring from the first; `settings` are those of some of them. */
export function largeFleet(clusters: number, settings: Readonly<Record<string, string>> = {}): string {
  const known = { c0: '{ gateway: { address: gw.example.com } }', ...settings };
  const entries = Array.from({ length: clusters }, (_, i) => `  c${i}: ${ofCluster(known, `c${i}`)}`);
  return `name: many
linkerd: { release: edge-26.8.2 }
clusters:
${entries.join('\n')}
topology: [{ hubAndSpoke: { hub: c0 } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;
}

function ofCluster(settings: Readonly<Record<string, string>>, name: string): string {
  return settings[name] ?? '{}';
}
