import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import { planLink, type PlanKind } from '../../lib/plan/plan-link.js';
import { compiled, compiledText, differingFiles } from '../support/compiled.js';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const mesh = `
name: mesh
linkerd: { release: edge-26.8.2 }
clusters:
  a: { gateway: { address: a.example.com }, apiServer: https://api.a.example.com }
  b: { gateway: { address: b.example.com }, apiServer: https://api.b.example.com }
  c: { gateway: { address: c.example.com }, apiServer: https://api.c.example.com }
topology: [{ mesh: { probe: relaxed } }]
credentials: { externalSecrets: { store: vault, key: '{target}/{source}', push: true } }
`;

/** Files of a configuration folder besides the fleet file. */
function beside(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /-values\.yaml$|^values\.yaml$|\.sealed$/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function planOf(kind: PlanKind, folder: string, source: string, target: string) {
  const { opened } = openFleet(folder);
  const plan = opened === undefined ? undefined : planLink(kind, opened, { source, target });
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

const fleets: [string, string, string, string][] = [
  ['the shipped fleet', 'config', 'production', 'internal'],
  ['pushed credentials', 'examples/pushed-spokes', 'shop', 'hub'],
  ['a flat Link', 'examples/pushed-spokes', 'shop', 'plant'],
  ['sealed credentials', 'examples/sealed-pair', 'east', 'west'],
  ['a pair', 'examples/monitored-pair', 'east', 'west'],
  ['a credential by hand', 'examples/manual-link', 'spoke', 'hub'],
  ['a mesh', folderWith({ 'fleet.yaml': mesh }), 'a', 'b'],
  ...['stable-2.14.10', 'stable-2.17.0', 'stable-2.18.0'].map((release): [string, string, string, string] => [
    `a mesh of ${release}`,
    folderWith({ 'fleet.yaml': mesh.replace('edge-26.8.2', release) }),
    'a',
    'b',
  ]),
];

describe.each(fleets)('%s', (_, folder, source, target) => {
  test.each(['rotate', 'unlink'] as const)(
    'passes schemas, leak guard and linker after each commit of plan %s',
    async (kind) => {
      const commits = planOf(kind, folder, source, target).steps.filter(({ fleet }) => fleet !== undefined);
      expect(commits.length).toBeGreaterThan(0);
      for (const { title, fleet } of commits) {
        const { diagnostics, objects } = await compiledText(stringify(fleet), beside(folder));
        // what the values files still say of a controller that is gone is told in the plan
        expect(
          diagnostics.filter(({ code }) => code !== 'VALUES_LEFTOVER'),
          title,
        ).toEqual([]);
        expect(Object.keys(objects).length).toBeGreaterThan(0);
      }
    },
  );

  test('is touched by no commit of a rotation but where the credential is read or pushed', async () => {
    let before = (await compiled(folder)).files;
    for (const { fleet } of planOf('rotate', folder, source, target).steps) {
      if (fleet === undefined) continue;
      const { files } = await compiledText(stringify(fleet), beside(folder));
      const changed = differingFiles(before, files);
      expect(changed.length).toBeGreaterThan(0);
      for (const path of changed) expect(path).toMatch(/\/(link-|credentials-|pushed-credentials)/);
      before = files;
    }
  });
});

describe('unlinking', () => {
  test('ends with an output that names the other cluster nowhere', async () => {
    const last = planOf('unlink', 'examples/pushed-spokes', 'store', 'hub').steps.findLast(
      ({ fleet }) => fleet !== undefined,
    );
    const { objects } = await compiledText(stringify(last?.fleet));
    expect(JSON.stringify(objects.hub)).not.toContain('store');
    expect(JSON.stringify(objects.store)).not.toContain('api.hub.example.com');
  });

  test('drains the Link in a commit before the one that removes it', () => {
    const [drain, remove] = planOf('unlink', 'config', 'production', 'internal').steps.filter(
      ({ fleet }) => fleet !== undefined,
    );
    expect(JSON.stringify(drain?.fleet?.topology)).toContain('"mirror.linkerd.io/exported":"drained"');
    expect(remove?.fleet?.topology).toEqual([
      { hubAndSpoke: { hub: 'internal', spokes: ['nonproduction'] } },
    ]);
  });

  test('of one side of a mesh keeps all other Links and their options', async () => {
    const folder = folderWith({ 'fleet.yaml': mesh });
    const last = planOf('unlink', folder, 'a', 'b').steps.findLast(({ fleet }) => fleet !== undefined);
    const [all, left] = [await compiled(folder), await compiledText(stringify(last?.fleet))];
    expect(differingFiles(all.files, left.files)).toEqual([
      'clusters/a/credentials-b.yaml',
      'clusters/a/link-b.yaml',
      'clusters/b/pushed-credentials.yaml',
      'clusters/b/remote-access.yaml',
    ]);
  });

  test('is allowed by synth with the names that the plan says', async () => {
    const { steps } = planOf('unlink', 'examples/pushed-spokes', 'store', 'hub');
    const cwd = folderWith({
      'config/fleet.yaml': readFileSync('examples/pushed-spokes/fleet.yaml', 'utf8'),
    });
    expect(linkspan(['synth', '--quiet'], { cwd })).toEqual({ code: 0, out: '', err: '' });
    const { writeFileSync } = await import('node:fs');
    for (const { fleet, allowRemove = [] } of steps) {
      if (fleet === undefined) continue;
      writeFileSync(join(cwd, 'config/fleet.yaml'), stringify(fleet));
      const flags = allowRemove.flatMap((name) => ['--allow-remove', name]);
      expect(linkspan(['synth', '--quiet', ...flags], { cwd })).toEqual({ code: 0, out: '', err: '' });
    }
  });
});

describe('what Argo CD is told to keep', () => {
  const keeping = (kinds: string) => folderWith({ 'fleet.yaml': `${mesh}delivery: { keep: ${kinds} }\n` });
  const deletions = (kinds: string) =>
    actionsOf('unlink', keeping(kinds), 'a', 'b').match(/kubectl --context \S+(?: -n \S+)? delete [^`]*/g);

  test('is deleted by hand, the source first', () => {
    expect(deletions('[Link, ServiceAccount, ClusterRoleBinding, Namespace]')).toEqual([
      'kubectl --context a -n linkerd-multicluster delete serviceaccount controller-b',
      'kubectl --context a delete clusterrolebinding.rbac.authorization.k8s.io linkerd-multicluster-controller-access-local-resources-b',
      'kubectl --context a -n linkerd-multicluster delete link.multicluster.linkerd.io b',
      'kubectl --context b -n linkerd-multicluster delete serviceaccount linkerd-service-mirror-remote-access-a',
      'kubectl --context b delete clusterrolebinding.rbac.authorization.k8s.io linkerd-service-mirror-remote-access-a',
    ]);
  });

  test('is no matter where it stays', () => {
    expect(deletions('[Namespace, CustomResourceDefinition]')).toBeNull();
  });
});

/** Two spokes of one hub that read the key `mesh/hub` of one store. */
function sharedKey(shop: string, store: string): string {
  const credentials = (property: string) =>
    `credentials: { externalSecrets: { store: vault, key: 'mesh/{target}', property: ${property} } }`;
  return folderWith({
    'fleet.yaml': `
name: shared
linkerd: { release: edge-26.8.2 }
clusters: { hub: { gateway: { address: hub.example.com } }, shop: {}, store: {} }
topology:
  - link: { source: shop, target: hub, ${credentials(shop)} }
  - link: { source: store, target: hub, mode: federated, ${credentials(store)} }
`,
  });
}

/** Actions of all steps, one a line. */
function actionsOf(kind: PlanKind, folder: string, source: string, target: string): string {
  return planOf(kind, folder, source, target)
    .steps.flatMap(({ actions }) => actions)
    .join('\n');
}

describe('a key of the store that another Link reads', () => {
  test('stays when a Link goes, without its own property', () => {
    const actions = actionsOf('unlink', sharedKey('shop', 'store'), 'shop', 'hub');
    expect(actions).toContain(
      'delete property shop alone from the key mesh/hub of the store vault: the token is dead, but store → hub reads other properties of that key',
    );
    expect(actions).not.toContain('delete the key');
  });

  test('stays whole when the other Link reads the same property', () => {
    const actions = actionsOf('unlink', sharedKey('all', 'all'), 'shop', 'hub');
    expect(actions).toContain(
      'leave property all of the key mesh/hub in the store vault: store → hub reads it',
    );
    expect(actions).toContain('holds a token of linkerd-service-mirror-remote-access-store');
    expect(actions).not.toContain('delete property');
  });

  test('goes when nobody else reads it', () => {
    expect(actionsOf('unlink', 'config', 'production', 'internal')).toMatch(
      /delete the key \S+ from the store/,
    );
  });

  test('is told of in a rotation if the other Link would read its token', () => {
    const told = 'store → hub reads that property as well';
    expect(actionsOf('rotate', sharedKey('all', 'all'), 'shop', 'hub')).toContain(told);
    expect(actionsOf('rotate', sharedKey('shop', 'store'), 'shop', 'hub')).not.toContain('as well');
  });
});

test.each(['shop', 'store'])(
  'unlinking %s waits until no federated Service has a member of the target',
  (source) => {
    const { steps } = planOf('unlink', sharedKey('shop', 'store'), source, 'hub');
    const drained = steps.find(({ title }) => title.startsWith('Drain'));
    expect(drained?.checks.join('\n')).toContain(
      "{.metadata.annotations.multicluster\\.linkerd\\.io/remote-discovery}{\"\\n\"}{end}' | sed -nE '/@hub(,|$)/p'` prints nothing",
    );
  },
);

describe('the command', () => {
  test('prints numbered steps with checks between them', () => {
    const { code, out, err } = linkspan(['plan', 'rotate', 'production/internal']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^# Rotate the credential of production for internal\n\n## 1\. [\s\S]*Before the next step:\n\n- \[ \] [\s\S]*In the end:/,
    );
    expect(out).toContain('set credentialEpoch: 1 on the Link production → internal');
  });

  test('names the service mirror as the release does', () => {
    const steps = (release: string) => {
      const folder = folderWith({ 'fleet.yaml': mesh.replace('edge-26.8.2', release) });
      return JSON.stringify(planOf('rotate', folder, 'a', 'b').steps);
    };
    expect(steps('stable-2.17.0')).toContain('rollout status deploy/linkerd-service-mirror-b`');
    expect(steps('stable-2.18.0')).toContain('rollout status deploy/controller-b`');
  });

  test.each(['internal/production', 'production'])('exits 2 for %s, which is no Link', (link) => {
    expect(linkspan(['plan', 'unlink', link])).toMatchObject({ code: 2, out: '' });
  });

  test('reports a missing fleet with the reason that its code has', () => {
    const { code, out, err } = linkspan(['plan', 'unlink', 'a/b'], { cwd: folderWith({}) });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^config\/fleet\.yaml error FILE_MISSING\n.*\n {2}why: /);
  });
});
