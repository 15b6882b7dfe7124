import { existsSync, readFileSync } from 'node:fs';

import { upstream } from '../../support/upstream.js';
import type { Api } from './api.js';
import { at } from './record.js';

/** A request to an API server, as its authorizer sees it; empty text stands for all. */
export interface Asked {
  readonly verb: string;
  /** Plural, then group and subresource if any: `links.multicluster.linkerd.io/status`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
}

/** Where the recording of Linkerd's mirror controller lies, beside upstream's other data. */
export const recording = upstream('../tools/e2e/mirror-requests.txt');

/** Whether the recording is at hand. */
export const isRecorded = existsSync(recording);

/** What Linkerd's controller was recorded to ask of its own cluster, for a Link. */
export function recordedRequests(namespace: string, link: string): Asked[] {
  return readFileSync(recording, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [verb = '', resource = '', where = '', name = ''] = line.trim().split(/\s+/);
      const filled = (text: string): string =>
        text === '*' ? '' : text.replace('MC', namespace).replace('LINK', link);
      return { verb, resource, namespace: filled(where), name: filled(name) };
    });
}

/**
 * What the bearer of a Link's credentials asks of the target: the controller and Linkerd's destination controller.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml
 */
export const remoteRequests: readonly Asked[] = [
  ...['list', 'watch'].flatMap((verb) =>
    [
      'services',
      'endpoints',
      'pods',
      'endpointslices.discovery.k8s.io',
      'servers.policy.linkerd.io',
      'replicasets.apps',
    ].map((resource) => ({ verb, resource, namespace: '', name: '' })),
  ),
  ...['create', 'patch'].map((verb) => ({ verb, resource: 'events', namespace: '', name: '' })),
  { verb: 'get', resource: 'configmaps', namespace: 'linkerd', name: 'linkerd-config' },
];

/** Puts requests to an API server's own authorizer, and returns those that an account may not make. */
export async function forbidden(api: Api, account: string, asked: readonly Asked[]): Promise<Asked[]> {
  const isAllowed = await Promise.all(
    asked.map(async ({ verb, resource, namespace, name }) => {
      const [, plural, group = '', subresource = ''] =
        /^([^./]+)(?:\.([^/]+))?(?:\/(.+))?$/.exec(resource) ?? [];
      const review = await api.create('/apis/authorization.k8s.io/v1/subjectaccessreviews', {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SubjectAccessReview',
        spec: {
          user: account,
          groups: ['system:serviceaccounts', 'system:authenticated'],
          resourceAttributes: { verb, resource: plural, group, subresource, namespace, name },
        },
      });
      return at(review, 'status', 'allowed') === true;
    }),
  );
  return asked.filter((_, index) => isAllowed[index] !== true);
}
