import { expect, test } from 'vitest';
import { linkNameProblem } from '../../lib/link/link-name.js';

test.each(['east', 'c-1', '1c', 'x'.repeat(35)])('%s names a Link', (name) => {
  expect(linkNameProblem(name)).toBeUndefined();
});

test.each(['', 'with.dot', 'Upper', 'under_score', '-a', 'a-', 'a b', 'x'.repeat(53)])(
  'reports %j',
  (name) => {
    expect(linkNameProblem(name)).toMatchObject({ code: 'CLUSTER_NAME_FORM', severity: 'error' });
  },
);

test.each([36, 52])('reports a warning for %i characters, which the lease cuts', (length) => {
  expect(linkNameProblem('x'.repeat(length))).toMatchObject({
    code: 'CLUSTER_NAME_LONG',
    severity: 'warning',
  });
});
