import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Manifest } from '../../lib/manifests/manifest.js';
import type { Plan } from '../../lib/plan/step.js';
import { describeClaims, saw } from './harness/claims.js';
import { startDeliveredFleet } from './harness/delivered-fleet.js';
import type { Fleet } from './harness/fleet.js';
import { issued, tokenSecrets } from './harness/links.js';
import { Operator } from './harness/operator.js';
import { PlanRun } from './harness/plan-run.js';
import { at, textAt } from './harness/record.js';
import { clusterNames, synthVariant, type ClusterName } from './harness/shipped-fleet.js';
import { openTunnel, type Tunnel } from './harness/tunnel.js';
import { until } from './harness/wait.js';

const hub = 'in-cluster-local';
const namespaces = ['linkerd', 'linkerd-multicluster'];
const published = 'api.hub.example.com:6443';

describeClaims('Plans, followed to the letter with pushed credentials,', () => {
  let fleet: Fleet<ClusterName>;
  let tunnel: Tunnel;
  let run: PlanRun;

  beforeAll(async () => {
    let output = '';
    fleet = await startDeliveredFleet((folder) => {
      output = synthVariant(folder, 'pushed', (config) => {
        config.setIn(['clusters', 'internal', 'apiServer'], `https://${published}`);
        config.setIn(['credentials', 'externalSecrets', 'push'], true);
      });
      return output;
    });
    tunnel = await openTunnel({ [published]: fleet.clusters[hub].server });
    const operator = new Operator();
    run = new PlanRun(output.replace(/\/dist$/, ''), fleet, operator, tunnel.env);
    for (const name of clusterNames) await fleet.clusters[name].api.apply(destination, { manager: 'e2e' });
    for (const secret of tokenSecrets(hub, output)) await issued(fleet.clusters[hub].api, secret);
    // the sources pull before there is anything, then the hub pushes, then they pull
    for (const name of [...clusterNames, ...clusterNames]) {
      await until('the operator’s kinds can be listed', async () => {
        await operator.act(fleet.clusters[name]);
        return true;
      });
    }
  });
  afterAll(async () => {
    tunnel.close();
    await fleet.stop();
  });

  test('an RSA key signs the very same token for a token Secret that is made again, and it is still let in', async (context) => {
    const { api } = fleet.clusters[hub];
    const secret = tokenSecret('nonproduction');
    const before = await tokenIn(secret);
    await api.delete(secret);
    await until('the Secret is gone', async () => (await api.get(secret)) === undefined);
    await until('the token is refused', async () => (await status(before)) === 401);
    await api.apply(secret, { manager: 'e2e' });
    const after = await tokenIn(secret);
    expect(claimsOf(after)).toEqual(claimsOf(before));
    expect(Object.keys(claimsOf(after)).sort()).toEqual([
      'iss',
      'kubernetes.io/serviceaccount/namespace',
      'kubernetes.io/serviceaccount/secret.name',
      'kubernetes.io/serviceaccount/service-account.name',
      'kubernetes.io/serviceaccount/service-account.uid',
      'sub',
    ]);
    expect(after).toBe(before);
    await until('the old token is let in again', async () => (await status(before)) === 200);
    saw(
      context,
      'same claims, no time among them; same bytes; refused while the Secret is away, let in again',
    );
  });

  test('a rotation ends with the old token refused and the new one in both readers', async (context) => {
    const [replace, push, read, restart] = stepsOf('rotate', 'production');
    const old = await tokenIn(tokenSecret('production'));
    expect(await held('production')).toEqual([old, old]);
    const pods = await mirrorPods('production');
    const started = performance.now();

    await run.take(replace);
    const fresh = await tokenIn(tokenSecret('production'));
    expect(fresh).not.toBe(old);
    expect(claimsOf(fresh)).not.toEqual(claimsOf(old));
    const [annotations = '', uid = 'none'] = await run.outputs(replace.checks);
    expect(annotations).toContain(uid);
    await until('the old token is refused', async () => (await status(old)) === 401, { seconds: 30 });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    expect(await status(fresh)).toBe(200);
    await expect(run.outputs(read.checks)).rejects.toThrow('the server has asked for the client to provide');

    const before = new Date();
    await run.take(push);
    const [pushed = ''] = await run.outputs(push.checks);
    expect(pushed).toMatch(/^True /);
    expect(new Date(pushed.slice(5)).getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(await held('production')).toEqual([old, old]);

    await run.take(read);
    const said = await run.outputs(read.checks);
    expect(said[0]).toContain('successfully rolled out');
    expect(said[1]).toMatch(/\nLinkerd would accept it\.$/);
    for (const services of said.slice(2)) expect(services).toContain('linkerd-gateway');
    expect(await held('production')).toEqual([fresh, fresh]);
    const restarted = await mirrorPods('production');
    expect(restarted.filter((pod) => pods.includes(pod))).toEqual([]);

    await run.take(restart);
    expect((await run.outputs(restart.checks))[0]).toContain('successfully rolled out');
    saw(
      context,
      `old token 401 after ${seconds} s; the plan’s check of both readers fails before and holds after; the new token in ${namespaces.join(' and ')}, mirror restarted`,
    );
  });

  test('nothing of the other Link moves in a rotation', async (context) => {
    const [before, pods] = [await held('nonproduction'), await mirrorPods('nonproduction')];
    for (const step of stepsOf('rotate', 'production')) await run.take(step);
    expect(await held('nonproduction')).toEqual(before);
    expect(await mirrorPods('nonproduction')).toEqual(pods);
    expect(await status(before[0] ?? '')).toBe(200);
    saw(context, 'both copies, the mirror’s pods and the token are the same after a second rotation');
  });

  test('an unlinking ends with the token refused and nothing left on either side', async (context) => {
    const { api } = fleet.clusters[hub];
    const [, drain, remove, clear] = stepsOf('unlink', 'production');
    const token = await tokenIn(tokenSecret('production'));

    await run.take(drain);
    const link = { apiVersion: 'multicluster.linkerd.io/v1alpha3', kind: 'Link' };
    const live = await fleet.clusters.production.api.get({
      ...link,
      metadata: { name: 'internal', namespace: 'linkerd-multicluster' },
    });
    expect(at(live, 'spec', 'selector', 'matchLabels')).toEqual({ 'mirror.linkerd.io/exported': 'drained' });
    expect(await run.outputs(drain.checks)).toEqual(['No resources found', '']);
    expect(await status(token)).toBe(200);

    await run.take(remove);
    await until('the token is refused', async () => (await status(token)) === 401, { seconds: 30 });
    await until('no copy is left', async () => (await held('production')).length === 0, {
      seconds: 120,
    });
    const [source = '', copies = '', target = ''] = await run.outputs(remove.checks);
    expect(source).not.toContain('internal');
    expect(copies).not.toContain('cluster-credentials-internal');
    expect(target).not.toContain('access-production');
    for (const kind of ['ClusterRole', 'ClusterRoleBinding']) {
      const rights = await api.list('rbac.authorization.k8s.io/v1', kind);
      expect(rights.filter(({ metadata }) => metadata.name.includes('access-production'))).toEqual([]);
    }
    const pushes = await api.list('external-secrets.io/v1alpha1', 'PushSecret');
    expect(pushes.map(({ metadata }) => metadata.name)).toEqual(['link-credentials-nonproduction']);
    expect(await status((await held('nonproduction'))[0] ?? '')).toBe(200);
    await run.take(clear);
    saw(
      context,
      'account, rights, token Secret, PushSecret and both copies are gone, 401; the other Link works',
    );
  });

  /** The steps of a plan for a Link to the hub; there are four. */
  function stepsOf(kind: 'rotate' | 'unlink', source: ClusterName): [Step, Step, Step, Step] {
    const { steps } = run.plan(kind, source, 'internal');
    expect(steps).toHaveLength(4);
    return steps as unknown as [Step, Step, Step, Step];
  }

  function tokenSecret(source: ClusterName): Manifest {
    const secret = tokenSecrets(hub, `${run.folder}/dist`).find(({ metadata }) =>
      metadata.name.endsWith(`access-${source}-token`),
    );
    if (secret === undefined) throw new Error(`${hub} has no account for ${source}`);
    return secret;
  }

  async function tokenIn(secret: Manifest): Promise<string> {
    return decoded(textAt(await issued(fleet.clusters[hub].api, secret), 'data', 'token'));
  }

  /** The tokens that the readers of a source would find, by namespace; none where there is no Secret. */
  async function held(source: ClusterName): Promise<string[]> {
    const secrets = await Promise.all(
      namespaces.map((namespace) =>
        fleet.clusters[source].api.get({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'cluster-credentials-internal', namespace },
        }),
      ),
    );
    return secrets
      .filter((secret) => secret !== undefined)
      .map((secret) => /token: (\S+)/.exec(decoded(textAt(secret, 'data', 'kubeconfig')))?.[1] ?? '');
  }

  /** Names of the pods of a source's service mirror that are not on their way out. */
  async function mirrorPods(source: ClusterName): Promise<string[]> {
    const labels = 'component=controller,mirror.linkerd.io/cluster-name=internal';
    const pods = await fleet.clusters[source].api.list('v1', 'Pod', 'linkerd-multicluster', labels);
    return pods
      .filter((pod) => at(pod, 'metadata', 'deletionTimestamp') === undefined)
      .map(({ metadata }) => metadata.name);
  }

  /** What the hub's API answers to a token. */
  async function status(token: string): Promise<number> {
    const client = fleet.clusters[hub].api.as(token);
    const answer = await client.ask('GET', '/api/v1/services');
    client.close();
    return answer.status;
  }
});

type Step = Plan['steps'][number];

/** Stands for the control plane's reader: all that a plan does with it is to restart it. */
const destination: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'linkerd-destination', namespace: 'linkerd' },
  spec: {
    selector: { matchLabels: { app: 'destination' } },
    template: {
      metadata: { labels: { app: 'destination' } },
      spec: { containers: [{ name: 'destination', image: 'registry.k8s.io/pause:3.2' }] },
    },
  },
};

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString();
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}
