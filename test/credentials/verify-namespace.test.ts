import { describe, expect, test } from 'vitest';
import { verifyCredentials } from '../../lib/credentials/verify.js';
import { controlPlane, link, problems, secret } from '../support/credential-texts.js';

const own = { name: 'cluster-credentials-hub' };

describe('of a Link', () => {
  test.each([
    [
      'the copy of the service mirror elsewhere',
      { ...own, namespace: 'default' },
      'namespace: nobody reads it in default: the service mirror looks in linkerd-multicluster',
    ],
    [
      'the labelled copy elsewhere',
      { ...controlPlane, namespace: 'default' },
      'namespace: nobody reads it in default: the destination controller looks in linkerd',
    ],
    [
      'another name beside the service mirror',
      { name: 'east-kubeconfig', namespace: 'linkerd-multicluster' },
      'name: must be cluster-credentials-hub: the controller’s Role lets it read no other',
    ],
  ])('reports %s', (_, metadata, problem) => {
    expect(problems(secret({ metadata }))).toEqual([problem]);
  });

  test('reports a copy where the control plane usually is, if this one is elsewhere', () => {
    const metadata = { ...own, namespace: 'linkerd' };
    expect(problems(secret({ metadata }), { ...link, linkerdNamespace: 'mesh' })).toEqual([
      'namespace: nobody reads it in linkerd: the service mirror looks in linkerd-multicluster',
    ]);
  });

  test.each([
    ['a name of its own in the control plane', { ...controlPlane, name: 'east-kubeconfig' }, {}],
    ['no namespace, as before it is applied', own, {}],
    ['both copies in one namespace: the unlabelled', { ...own, namespace: 'mesh' }, { both: 'mesh' }],
    ['both copies in one namespace: the labelled', { ...controlPlane, namespace: 'mesh' }, { both: 'mesh' }],
  ])('accepts %s', (_, metadata, { both }: { both?: string }) => {
    const expected = both === undefined ? link : { ...link, linkerdNamespace: both };
    const found = problems(
      secret({ metadata }),
      both === undefined ? expected : { ...expected, namespace: both },
    );
    expect(found.filter((each) => !each.startsWith('account: '))).toEqual([]);
  });
});

test('without a Link any namespace will do, and names the copy', () => {
  const messages = verifyCredentials(secret({ metadata: { ...own, namespace: 'default' } })).flatMap(
    ({ findings }) => findings.map(({ level, message }) => `${level} ${message}`),
  );
  expect(messages).toContain('ok a copy for the service mirror in default');
});
