import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../lib/cli/main.js';
import { damage } from '../support/damage.js';

const files: Readonly<Record<string, string>> = {
  'fleet.yaml': `# the facts
name: example
linkerd:
  release: edge-26.8.2
  trustDomain: cluster.local
argocd:
  namespace: argo
  project: tools
  repoURL: https://git.example.com/platform/mesh
  clusterSelector: { mesh.example.com/linkerd-multicluster: "true" }
clusters:
  hub:
    argocdName: in-cluster
    gateway: &gateway
      address: gateway.example.com
      serviceType: NodePort
      nodePort: 30143
      probe: { nodePort: 30191 }
  east: {}
  west:
    gateway: { <<: *gateway, address: 10.0.0.1 }
topology:
  - hubAndSpoke: { hub: hub, spokes: [east, west], probe: relaxed }
  - link:
      source: hub
      target: west
      probe: { period: 5s, failureThreshold: 4 }
      excludedLabels: [team.example.com/*]
credentials:
  externalSecrets: { store: vault, key: "{source}-to-{target}", name: "{secret}-es" }
monitoring:
  scrapers: [{ namespace: monitoring, serviceAccount: "{argocdName}-alloy" }]
`,
  'values.yaml': `linkerd-multicluster:
  revisionHistoryLimit: 3
  gateway:
    deploymentAnnotations: { config.linkerd.io/proxy-cpu-request: 20m }
  localServiceMirror:
    resources: { requests: { cpu: 3m } }
`,
  'in-cluster-values.yaml': `clusterName: in-cluster
linkerd-multicluster:
  # why
  gateway:
    enabled: true
    replicas: 2
  podLabels: { team: mesh }
`,
  'east-values.yaml': `linkerd-multicluster:
  controllers:
    - link: { ref: { name: hub } }
      resources:
        requests:
          cpu: 5m
`,
};
const names = Object.keys(files);

let folder: string;
let standing: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-damage-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const config = (): string => join(folder, 'config');
const dist = (): string => join(folder, 'dist');

function restore(): void {
  rmSync(config(), { recursive: true, force: true });
  mkdirSync(config());
  for (const [name, text] of Object.entries(files)) writeFileSync(join(config(), name), text);
}

/** Every file of the output with its bytes and the time it was written. */
function output(): string {
  return readdirSync(dist(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${statSync(path).mtimeMs}\n${readFileSync(path, 'utf8')}`)
    .join('\n');
}

async function synth(): Promise<{ code: number; err: string }> {
  let err = '';
  const terminal = { out: () => undefined, err: (text: string) => void (err += text) };
  const code = await main(['synth', '--config', config(), '--out', dist()], terminal);
  return { code, err };
}

/** What every damaged run must keep to: told with a place, or whole. */
async function holds(): Promise<void> {
  const { code, err } = await synth();
  expect([0, 1]).toContain(code);
  expect(err).not.toMatch(/^\s+at .+\(.+:\d+:\d+\)$|\[object Object\]|RangeError|TypeError/m);
  if (code === 1) {
    // what is not there has no line
    expect(err).toMatch(/^\S+(?::\d+:\d+ error [A-Z_]+| error FILE_[A-Z]+)$/m);
    expect(output()).toBe(standing);
  } else standing = output();
}

it('damaged input ends with its mistakes at their places and leaves the output alone, or is written whole', async () => {
  restore();
  expect(await synth()).toEqual({ code: 0, err: '' });
  standing = output();
  const numRuns = Number(process.env.LINKSPAN_DAMAGE_RUNS ?? 200);
  const seed = Number(process.env.LINKSPAN_DAMAGE_SEED ?? 20260819);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), damage, async (name, spoil) => {
      restore();
      writeFileSync(join(config(), name), spoil(files[name] ?? ''));
      await holds();
    }),
    { numRuns, seed },
  );
  restore();
  expect((await synth()).code).toBe(0);
}, 900_000);

it('a file that is missing, misnamed or a folder is told, and the output stays', async () => {
  restore();
  await synth();
  standing = output();
  for (const name of names) {
    restore();
    rmSync(join(config(), name));
    await holds();
    restore();
    renameSync(join(config(), name), join(config(), name.replace('.yaml', '.yml')));
    expect((await synth()).code).toBe(1);
    restore();
    rmSync(join(config(), name));
    mkdirSync(join(config(), name));
    const { code, err } = await synth();
    expect(code).toBe(1);
    expect(err).toContain(`${name} error FILE_UNREADABLE`);
  }
  rmSync(config(), { recursive: true });
  expect(await synth()).toMatchObject({ code: 1 });
});
