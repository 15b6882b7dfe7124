import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generator of numbers that gives the same ones for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Spokes around each hub: a region of a large fleet. */
const regionSize = 50;

function isHub(i, shape) {
  return (
    shape === 'mesh' || (shape === 'hub-and-spoke' && i % regionSize === 0) || (shape === 'fan-out' && i > 0)
  );
}

function nameOf(i, random) {
  const places = ['ams', 'fra', 'iad', 'gru', 'nrt', 'sin', 'syd', 'lhr', 'cdg', 'dfw', 'sea', 'yyz'];
  return `${places[random(places.length)]}${random(9)}-${String(i).padStart(4, '0')}`;
}

function topologyOf(names, shape) {
  if (shape === 'mesh') return [`  - mesh: { clusters: [${names.join(', ')}] }`];
  // one cluster that mirrors from all others
  if (shape === 'fan-out')
    return names.slice(1).map((target) => `  - link: { source: ${names[0]}, target: ${target} }`);
  const regions = [];
  for (let i = 0; i < names.length; i += regionSize) {
    const [hub, ...spokes] = names.slice(i, i + regionSize);
    if (spokes.length > 0) regions.push(`  - hubAndSpoke: { hub: ${hub}, spokes: [${spokes.join(', ')}] }`);
  }
  return regions;
}

/**
 * Writes a realistic fleet into a configuration folder: about 30 objects a cluster, and in each cluster other
 * addresses, ports, labels, resources and annotations, so that nothing can be reused by accident.
 *
 * `shape`: `hub-and-spoke` (a hub for each region of 50), `mesh`, or `fan-out` (one cluster with a Link to each other
 * one). The same seed gives the same bytes.
 */
export function writeFleet(folder, { clusters, shape = 'hub-and-spoke', seed = 1, ownValues = true }) {
  const random = randomFrom(seed);
  const names = Array.from({ length: clusters }, (_, i) => nameOf(i, random));
  const entries = names.map((name, i) => clusterEntry(name, i, isHub(i, shape), random));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fleet.yaml'), fleetText(entries, topologyOf(names, shape)));
  writeFileSync(join(folder, 'values.yaml'), baseValues);
  if (ownValues) {
    for (const name of names)
      writeFileSync(join(folder, `argo-${name}-values.yaml`), valuesText(name, random));
  }
  return { names };
}

function clusterEntry(name, i, hub, random) {
  const lines = [`  ${name}:`, `    argocdName: argo-${name}`, `    enableServiceMonitor: ${i % 2 === 0}`];
  if (hub) {
    lines.push(
      '    gateway:',
      `      address: gw-${name}.c${random(100000)}.example.net`,
      '      serviceType: NodePort',
      `      nodePort: ${30000 + (i % 1300)}`,
      `      probe: { nodePort: ${31400 + (i % 1300)} }`,
    );
  }
  return lines.join('\n');
}

function fleetText(entries, topology) {
  return `name: bench
linkerd:
  release: edge-26.8.2
  trustDomain: mesh.example.net
argocd:
  namespace: argo
  project: mesh
  createProject: true
  repoURL: https://git.example.net/platform/mesh
  clusterSelector: { example.net/mesh: "true" }
clusters:
${entries.join('\n')}
topology:
${topology.join('\n')}
credentials:
  externalSecrets:
    store: vault-backend
    key: "mesh/{source}-to-{target}"
monitoring:
  scrapers:
    - { namespace: monitoring, serviceAccount: "{argocdName}-prometheus" }
`;
}

const baseValues = `linkerd-multicluster:
  revisionHistoryLimit: 3
  localServiceMirror:
    resources:
      requests:
        cpu: 5m
`;

function valuesText(name, random) {
  return `# what only ${name} needs
linkerd-multicluster:
  podLabels:
    team: team-${random(1000)}
    cost-centre: "c${random(100000)}"
  podAnnotations:
    example.net/owner: owner-${random(100000)}
  commonLabels:
    example.net/cluster: ${name}
  localServiceMirror:
    resources:
      limits:
        memory: ${100 + random(900)}Mi
      requests:
        cpu: ${1 + random(90)}m
        memory: ${20 + random(80)}Mi
  controllerDefaults:
    resources:
      requests:
        cpu: ${1 + random(90)}m
        memory: ${20 + random(80)}Mi
`;
}
