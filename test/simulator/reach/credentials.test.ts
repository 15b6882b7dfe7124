import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import type { ReachAnswer } from '../../../lib/simulator/reach/reach.js';
import { controller, manifest } from '../../support/manifests.js';
import {
  ask,
  broken,
  credentials,
  eastLink,
  mirrorController,
  whole,
  without,
} from '../../support/reach-world.js';

function answerWith(...controllers: readonly GivenManifest[]): ReachAnswer {
  return ask({ west: [...without(whole.west, mirrorController), ...controllers] });
}

test('reports a controller without pods', () => {
  const { object } = mirrorController;
  const stopped = manifest({ ...object, spec: { ...(object.spec as object), replicas: 0 } });
  expect(broken(answerWith(stopped))).toEqual(['controller']);
});

test('reports a controller that reads Links of another Namespace', () => {
  expect(broken(answerWith(controller('east', '-namespace=mesh')))).toEqual(['controller']);
  expect(answerWith(controller('east', '-namespace=linkerd-multicluster')).answer).toBe('yes');
});

test('takes a Secret without a kubeconfig for no credential', () => {
  const empty = manifest({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cluster-credentials-east', namespace: 'linkerd-multicluster' },
    data: {},
  });
  expect(broken(ask({ west: [...without(whole.west, credentials), empty] }))).toEqual(['credentials']);
  expect(ask({ west: [...whole.west, empty] }).answer).toBe('yes');
});

test('cannot tell where a Link comes to that names no Namespace', () => {
  const { object } = eastLink;
  const open = manifest({ ...object, metadata: { name: 'east' } });
  const watching = controller('east', '-namespace=linkerd-multicluster');
  const answer = ask({ west: [...without(whole.west, eastLink, mirrorController), open, watching] });
  expect(answer.answer).toBe('cannot tell');
  expect(answer.steps.find(({ check }) => check === 'credentials')?.verdict).toBe('unknown');
});
