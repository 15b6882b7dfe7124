import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const fleet = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com } }
  spoke: {}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { manual: {} }
`;

/** Passwords that begin as something else does in YAML, which then cannot be read. */
const passwords = [
  '*hunter2',
  '|hunter2',
  '!e!hunter2 x',
  '!<hunter2',
  '{hunter2',
  '"hunter2" hunter2',
  'hunter2: hunter2',
  '"\\qhunter2"',
  '}hunter2',
  '\n    <<: *hunter2',
  '\n    - hunter2\n   - x',
];

describe('a password that is no YAML is repeated by no command', () => {
  test.each(passwords)('%j', (password) => {
    const lines = `  password: ${password}\n  other: fine\n`;
    const cwd = folderWith({
      'm/east/secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\nstringData:\n${lines}`,
      'm/east/other.yaml': `apiVersion: v1\nkind: Other\nmetadata:\n  name: x\nspec:\n${lines}`,
      'config/fleet.yaml': fleet,
      'config/values.yaml': `gateway:\n${lines}`,
    });
    const runs = [
      ['check', 'm'],
      ['check', 'm', '--format', 'json'],
      ['check', 'm', '--fleet', 'config'],
      ['predict', 'm'],
      ['synth'],
      ['template', '--release', 'edge-26.8.2', '-f', 'config/values.yaml'],
    ].map((args) => linkspan(args, { cwd }));
    expect(runs.map(({ code }) => code)).toContain(1);
    for (const { out, err } of runs) expect(out + err).not.toContain('hunter');
  });
});
