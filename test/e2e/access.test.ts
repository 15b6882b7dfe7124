import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Manifest } from '../../lib/manifests/manifest.js';
import type { Answer } from './harness/api.js';
import { describeClaims, saw } from './harness/claims.js';
import { installCrds, upstreamCrds } from './harness/crds.js';
import { startDeliveredFleet } from './harness/delivered-fleet.js';
import type { Fleet } from './harness/fleet.js';
import { kubectl, type Outcome } from './harness/kubectl.js';
import { accountOf, issued, shippedLinks, storedKubeconfig, tokenSecrets } from './harness/links.js';
import { OperatorStandIn } from './harness/operator-stand-in.js';
import {
  forbidden,
  isRecorded,
  recordedRequests,
  recording,
  remoteRequests,
} from './harness/recorded-requests.js';
import { at, textAt } from './harness/record.js';
import { Shell } from './harness/shell.js';
import { manifestsOf, synthVariant, type ClusterName } from './harness/shipped-fleet.js';
import { openTunnel } from './harness/tunnel.js';
import { until } from './harness/wait.js';

const hub = 'in-cluster-local';

/** The hub's API as the fleet file names it; a loopback address is refused there. Clients here go to the real one. */
const published = 'https://api.hub.example.com:6443';

describeClaims('Rights and credentials', () => {
  let fleet: Fleet<ClusterName>;

  beforeAll(async () => {
    fleet = await startDeliveredFleet();
  });
  afterAll(async () => {
    await fleet.stop();
  });

  describe('rights', () => {
    test('let each controller make every request that the real one was recorded to make', async (context) => {
      context.skip(!isRecorded, `no recording at ${recording}`);
      const links = shippedLinks();
      expect(links.length).toBeGreaterThan(0);
      for (const { source, name, namespace, controller } of links) {
        const asked = recordedRequests(namespace, name);
        expect(await forbidden(fleet.clusters[source].api, accountOf(controller), asked)).toEqual([]);
        saw(context, `${links.length} accounts, ${asked.length} requests each, all allowed`);
      }
    });

    test('refuse each controller the credentials of another Link', async (context) => {
      for (const { source, namespace, controller } of shippedLinks()) {
        saw(context, 'another Secret, a list of Secrets and those of the control plane: all refused');
        const asked = [
          { verb: 'get', resource: 'secrets', namespace, name: 'cluster-credentials-other' },
          { verb: 'list', resource: 'secrets', namespace, name: '' },
          { verb: 'get', resource: 'secrets', namespace: 'linkerd', name: 'cluster-credentials-internal' },
        ];
        expect(await forbidden(fleet.clusters[source].api, accountOf(controller), asked)).toEqual(asked);
      }
    });

    test('let each remote account ask the target what controllers of the source ask', async (context) => {
      const secrets = tokenSecrets(hub);
      expect(secrets.length).toBeGreaterThan(0);
      for (const { metadata } of secrets) {
        const account = metadata.annotations?.['kubernetes.io/service-account.name'] ?? '';
        const user = `system:serviceaccount:${metadata.namespace ?? ''}:${account}`;
        expect(await forbidden(fleet.clusters[hub].api, user, remoteRequests)).toEqual([]);
        const write = [
          ...['secrets', 'configmaps'].map((resource) => ({
            verb: 'list',
            resource,
            namespace: '',
            name: '',
          })),
          ...['create', 'update', 'delete'].map((verb) => ({
            verb,
            resource: 'services',
            namespace: '',
            name: '',
          })),
        ];
        expect(await forbidden(fleet.clusters[hub].api, user, write)).toEqual(write);
      }
      saw(
        context,
        `${secrets.length} accounts, ${remoteRequests.length} requests each allowed; secrets and writes refused`,
      );
    });
  });

  describe('credentials', () => {
    test('of the shipped fleet reach a real client through the ExternalSecret', async (context) => {
      const store = new OperatorStandIn();
      for (const { source, secret, name } of shippedLinks()) {
        const externals = externalSecretsOf(manifestsOf(source), secret);
        expect(externals.map(({ metadata }) => metadata.namespace).sort()).toEqual([
          'linkerd',
          'linkerd-multicluster',
        ]);
        for (const external of externals) {
          await fillAsDocumented(store, external, source);
          expect((await use(store.pull(external), `${source}-${name}`)).isSuccess).toBe(true);
        }
      }
      saw(context, `${store.keys().length} store keys; kubectl lists the target's Services with each Secret`);
    });

    test('with push need no hand: the target pushes, the source builds the kubeconfig', async (context) => {
      const { clusters, folder } = fleet;
      const variant = synthVariant(folder, 'push', (config) => {
        config.setIn(['clusters', 'internal', 'apiServer'], published);
        config.setIn(['credentials', 'externalSecrets', 'push'], true);
      });
      const store = new OperatorStandIn();
      const pushes = manifestsOf(hub, variant).filter(({ kind }) => kind === 'PushSecret');
      expect(pushes.length).toBe(shippedLinks(variant).length);
      await installCrds(clusters[hub], upstreamCrds(pushes));
      for (const push of pushes) {
        expect((await clusters[hub].api.apply(push, { manager: 'e2e' })).kind).toBe('PushSecret');
        const name = textAt(push, 'spec', 'selector', 'secret', 'name');
        const selected = tokenSecrets(hub, variant).find(({ metadata }) => metadata.name === name);
        if (selected === undefined)
          throw new Error(`${push.metadata.name} selects ${name}, which is not there`);
        store.push(push, await issued(clusters[hub].api, selected));
      }
      const used: string[] = [];
      for (const { source, secret } of shippedLinks(variant)) {
        for (const external of externalSecretsOf(manifestsOf(source, variant), secret)) {
          await clusters[source].api.apply(external, { manager: 'e2e', force: true });
          const made = store.pull(external);
          // What the operator would do next: a Secret of that type, label and annotations must be possible.
          await clusters[source].api.apply(made, { manager: 'e2e', force: true });
          const file = `${source}-${made.metadata.namespace ?? ''}`;
          expect(await use(made, file)).toMatchObject({ isSuccess: true });
          expect(
            (await use(made, file, ['auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}'])).output,
          ).toBe(`system:serviceaccount:linkerd-multicluster:linkerd-service-mirror-remote-access-${source}`);
          used.push(file);
        }
      }
      saw(
        context,
        `${pushes.length} PushSecrets, ${used.length} Secrets; kubectl is who it should be with each`,
      );
    });

    test('made by the commands of the page for those without a store are accepted', async (context) => {
      const variant = synthVariant(fleet.folder, 'manual', (config) => {
        config.setIn(['clusters', 'internal', 'apiServer'], published);
        config.set('credentials', { manual: {} });
      });
      const { host } = new URL(published);
      const tunnel = await openTunnel({ [host]: fleet.clusters[hub].server });
      const shell = new Shell(dirname(variant), fleet, tunnel.env);
      const page = readFileSync(join(variant, 'clusters/production/credentials-internal.md'), 'utf8');
      const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands);
      const copies = ['linkerd', 'linkerd-multicluster'].map((namespace) => ({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'cluster-credentials-internal', namespace },
      }));
      const { api } = fleet.clusters.production;
      for (const copy of copies) await api.delete(copy);
      const said: string[] = [];
      for (const commands of blocks) said.push(await shell.run(commands));
      expect(said.at(-1)?.match(/Linkerd would accept it\.$/gm)).toHaveLength(2);
      for (const copy of copies) {
        const { name, namespace } = copy.metadata;
        // its reader in the control plane looks at it once, when it appears
        expect(at(await api.get(copy), 'metadata', 'managedFields')).toHaveLength(1);
        const ask = `kubectl --context production -n ${namespace} get secret ${name} -o jsonpath='{.data.kubeconfig}' | base64 -d | kubectl --kubeconfig /dev/stdin auth whoami`;
        expect(await shell.run(ask)).toContain('linkerd-service-mirror-remote-access-production');
      }
      for (const commands of blocks.slice(0, -1)) await shell.run(commands);
      tunnel.close();
      saw(
        context,
        `${blocks.length} blocks of commands as they stand, twice; each Secret whole from the start`,
      );
    });

    test('of a revoked account are refused, and those of another still work', async (context) => {
      const [revoked, other] = tokenSecrets(hub);
      if (revoked === undefined || other === undefined) throw new Error(`${hub} needs two accounts for this`);
      const clients = await Promise.all(
        [revoked, other].map((secret) => issued(fleet.clusters[hub].api, secret)),
      );
      const { api } = fleet.clusters[hub];
      const ask = (client: Manifest | undefined): Promise<Answer> => {
        const token = Buffer.from(textAt(client, 'data', 'token'), 'base64').toString();
        return api.as(token).ask('GET', '/api/v1/services');
      };
      expect((await ask(clients[0])).status).toBe(200);
      const started = performance.now();
      const account = revoked.metadata.annotations?.['kubernetes.io/service-account.name'] ?? '';
      await api.delete({
        ...revoked,
        kind: 'ServiceAccount',
        metadata: { ...revoked.metadata, name: account },
      });
      await until('the token is refused', async () => (await ask(clients[0])).status === 401);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      expect((await ask(clients[1])).status).toBe(200);
      expect(await until('its Secret goes too', async () => (await api.get(revoked)) === undefined)).toBe(
        true,
      );
      saw(
        context,
        `401 ${seconds} s after the ServiceAccount was deleted (API servers cache a success); its token Secret goes too`,
      );
    });
  });

  /** Puts a kubeconfig of the source's own account where dist expects one, as a person without a PushSecret would. */
  async function fillAsDocumented(
    store: OperatorStandIn,
    external: Manifest,
    source: ClusterName,
  ): Promise<void> {
    const kubeconfig = await storedKubeconfig(fleet.clusters[hub], hub, source);
    const entry = at(external, 'spec', 'data', 0);
    store.put(textAt(entry, 'remoteRef', 'key'), textAt(entry, 'remoteRef', 'property'), kubeconfig);
  }

  /** Runs a real client with the kubeconfig of a Secret. */
  function use(
    secret: Manifest,
    name: string,
    args = ['get', 'services', '--all-namespaces'],
  ): Promise<Outcome> {
    const path = join(fleet.folder, `${name}.kubeconfig`);
    const kubeconfig = textAt(secret, 'stringData', 'kubeconfig');
    writeFileSync(path, kubeconfig.replace(published, fleet.clusters[hub].server));
    return kubectl(path, args);
  }
});

function externalSecretsOf(manifests: readonly Manifest[], secret: string): Manifest[] {
  return manifests.filter(
    (it) => it.kind === 'ExternalSecret' && textAt(it, 'spec', 'target', 'name') === secret,
  );
}
