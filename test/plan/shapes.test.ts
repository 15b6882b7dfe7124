import { expect, test } from 'vitest';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import { planLink, type PlanKind } from '../../lib/plan/plan-link.js';
import { folderWith } from '../support/config-folder.js';

const fleet = (topology: string) => `
name: shapes
linkerd: { release: edge-26.8.2 }
clusters:
  a: { gateway: { address: a.example.com } }
  b: { gateway: { address: b.example.com } }
  c: { gateway: { address: c.example.com } }
topology: [${topology}]
credentials: { externalSecrets: { store: vault, key: '{target}/{source}' } }
`;

/** What the commits of a plan for the Link from `b` to `a` change, one a line. */
function actionsOf(kind: PlanKind, folder: string, source = 'b', target = 'a'): string[] {
  const { opened } = openFleet(folder);
  const plan = opened === undefined ? undefined : planLink(kind, opened, { source, target });
  return (plan?.steps ?? []).flatMap(({ actions }) => actions);
}

test.each([
  ['hubAndSpoke: { hub: a, spokes: [b, c] }', 'take b out of `spokes` of topology[0], and add'],
  ['hubAndSpoke: { hub: a }', 'list `spokes` of topology[0] without b, and add'],
  ['hubAndSpoke: { hub: a, spokes: [b] }', 'replace topology[0] by'],
  ['mesh: { clusters: [a, b, c] }', 'replace topology[0] by an entry for each of its 6 Links, here'],
  ['pair: { clusters: [a, b] }', 'replace topology[0] by an entry for each of its 2 Links, here'],
])('a Link of { %s } becomes an entry of its own in the first commit', (shape, how) => {
  const folder = folderWith({ 'fleet.yaml': fleet(`{ ${shape} }`) });
  const expected = `write the Link as an entry of its own: ${how} \`- link: { source: b, target: a }\``;
  for (const kind of ['rotate', 'unlink'] as const) {
    const told = actionsOf(kind, folder).filter((action) => action.includes('entry of its own'));
    expect(told).toEqual([expected]);
  }
});

test('says that the entry has the options of the shape', () => {
  const folder = folderWith({
    'fleet.yaml': fleet('{ hubAndSpoke: { hub: a, spokes: [b, c], probe: relaxed } }'),
  });
  expect(actionsOf('unlink', folder).join('\n')).toContain(
    '`- link: { source: b, target: a }` with the options of the shape',
  );
});

test('says nothing of a Link that is an entry of its own', () => {
  const folder = folderWith({ 'fleet.yaml': fleet('{ link: { source: b, target: a } }') });
  expect(actionsOf('rotate', folder).join('\n')).not.toContain('entry of its own');
});

test('leaves the AppProject as it is until everything is pruned', () => {
  const hint = 'prunes nothing that a project does not allow';
  expect(actionsOf('unlink', 'examples/monitored-pair', 'east', 'west').join('\n')).toContain(hint);
  expect(actionsOf('unlink', 'config', 'production', 'internal').join('\n')).not.toContain(hint);
});
