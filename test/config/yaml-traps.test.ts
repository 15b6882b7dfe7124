import { describe, expect, it } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';

const fleet = `name: example
linkerd: { release: edge-26.8.2 }
clusters: { a: {} }
`;

/** Codes with their lines: what a spoiled text is told. */
function told(text: string): string[] {
  return parseFleet(text).diagnostics.map((d) => `${d.code}:${d.line ?? '?'}`);
}

function withCluster(cluster: string): string {
  return fleet.replace('{ a: {} }', `{ a: ${cluster} }`);
}

describe('texts that are read', () => {
  it.each([
    ['a byte order mark', `\ufeff${fleet}`],
    ['Windows line ends', fleet.replaceAll('\n', '\r\n')],
    ['a document start and end', `---\n${fleet}...\n`],
    ['JSON', '{"name": "example", "linkerd": {"release": "edge-26.8.2"}, "clusters": {"a": {}}}'],
    ['a tag of YAML', fleet.replace('name: example', 'name: !!str example')],
    ['a cluster whose name is a number', fleet.replace('a: {}', '1: {}')],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it('anchors and merge keys, where the nearer key wins and the first of several mappings', () => {
    const { fleet: read } = parseFleet(`name: example
linkerd: { release: edge-26.8.2 }
clusters:
  a: &a
    argocdName: one
    gateway: &gateway { address: a.example.com, port: 4143 }
  b:
    <<: *a
    argocdName: two
    gateway: { <<: [{ port: 4144 }, *gateway] }
`);
    expect(read?.clusters.b).toEqual({
      argocdName: 'two',
      gateway: { address: 'a.example.com', port: 4144 },
    });
  });

  it('a release as it is written, in YAML and in JSON', () => {
    expect(parseFleet(fleet.replace('edge-26.8.2', '2.20')).fleet?.linkerd.release).toBe('2.20');
    expect(
      parseFleet(fleet.replace('{ release: edge-26.8.2 }', '{"release": 2.20}')).fleet?.linkerd.release,
    ).toBe('2.20');
  });

  it('places after a byte order mark and Windows line ends as an editor counts them', () => {
    const text = `\ufeff${fleet.replace('name', 'nam')}`.replaceAll('\n', '\r\n');
    expect(parseFleet(text).diagnostics.find((d) => d.code === 'CONFIG_UNKNOWN_KEY')).toMatchObject({
      line: 1,
      column: 1,
    });
  });
});

describe('texts that are refused', () => {
  it.each([
    ['an empty file', '', 'CONFIG_TYPE:1'],
    ['comments alone', '# nothing\n', 'CONFIG_TYPE:1'],
    ['a list', '- a\n', 'CONFIG_TYPE:1'],
    ['a word', 'fleet\n', 'CONFIG_TYPE:1'],
    ['a tab as indentation', 'name: example\nlinkerd:\n\trelease: x\n', 'YAML_SYNTAX:3'],
    ['two documents', `${fleet}---\nname: other\n`, 'YAML_DOCUMENTS:4'],
    ['a key twice', `${fleet}name: other\n`, 'YAML_DUPLICATE_KEY:4'],
    ['a key twice, once as a number', fleet.replace('a: {}', '1: {}, "1": {}'), 'YAML_DUPLICATE_KEY:3'],
    ['an alias to nothing', fleet.replace('{ a: {} }', '*b'), 'YAML_SYNTAX:3'],
    ['an alias within itself', fleet.replace('{ a: {} }', '&b { a: *b }'), 'YAML_SYNTAX:3'],
    ['a merge key without a mapping', withCluster('{ <<: 1 }'), 'YAML_SYNTAX:3'],
    ['a key that is no text', fleet.replace('a: {}', '[a]: {}'), 'YAML_SYNTAX:3'],
    ['a tag of another program', fleet.replace('example', '!vault example'), 'YAML_SYNTAX:1'],
    ['a control character', fleet.replace('example', 'ex\u0000ample'), 'YAML_SYNTAX:1'],
    ['no clusters', fleet.replace('{ a: {} }', '{}'), 'CONFIG_RANGE:3'],
    ['a key without a value', fleet.replace(' { a: {} }', ''), 'CONFIG_TYPE:3'],
    ['__proto__ as a key', `${fleet}__proto__: { name: x }\n`, 'CONFIG_UNKNOWN_KEY:4'],
    ['__proto__ as a cluster', fleet.replace('a: {}', '__proto__: {}'), 'CONFIG_FORMAT:3'],
    ['constructor as a key', `${fleet}constructor: {}\n`, 'CONFIG_UNKNOWN_KEY:4'],
    ['yes where a switch is meant', withCluster('{ enableServiceMonitor: yes }'), 'CONFIG_TYPE:3'],
    ['on where a list is meant', `${fleet}topology: on\n`, 'CONFIG_TYPE:4'],
    ['0644 where a port is meant', withCluster('{ gateway: { port: 0644 } }'), 'CONFIG_TYPE:3'],
    ['1e3 where a port is meant', withCluster('{ gateway: { port: 1e3 } }'), 'CONFIG_TYPE:3'],
    ['0x1F where a port is meant', withCluster('{ gateway: { port: 0x1F } }'), 'CONFIG_TYPE:3'],
    ['a fraction where a port is meant', withCluster('{ gateway: { port: 41.43 } }'), 'CONFIG_TYPE:3'],
    ['infinity where a port is meant', withCluster('{ gateway: { port: .inf } }'), 'CONFIG_TYPE:3'],
    ['1e3 where text is meant', fleet.replace('example', '1e3'), 'CONFIG_TYPE:1'],
    ['0644 where text is meant', fleet.replace('example', '0644'), 'CONFIG_TYPE:1'],
    ['true where text is meant', fleet.replace('example', 'true'), 'CONFIG_TYPE:1'],
  ])('reports %s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('reports text of the wrong kind with the spelling to write', () => {
    const [diagnostic] = parseFleet(fleet.replace('example', '0644')).diagnostics;
    expect(diagnostic?.fix).toBe('write "0644", in quotes');
    const [port] = parseFleet(withCluster('{ gateway: { port: 0644 } }')).diagnostics;
    expect(port?.message).toContain('`0644`');
  });
});

describe('texts that would exhaust a reader', () => {
  const doublings = 'bcdefghijklmnopqrstuvwxyz'.split('').map((key, i, all) => {
    const before = i === 0 ? 'a' : (all[i - 1] ?? '');
    return `  ${key}: &${key} { x: *${before}, y: *${before} }\n`;
  });
  it.each([
    ['brackets 10 MB deep', `${fleet}topology: ${'['.repeat(10_000_000)}`],
    ['brackets 5 MB deep', `${fleet}topology: ${'['.repeat(5_000_000)}`],
    ['millions of comments', '#\n'.repeat(2_900_000)],
    ['millions of blank lines', '\n'.repeat(3_500_000)],
    ['lists in lists', '- '.repeat(2_000_000)],
    [
      'mappings in mappings',
      `${fleet}x:\n${Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`,
    ],
    ['aliases of aliases', `${fleet}x:\n  a: &a { k: 1 }\n${doublings.join('')}`],
  ])(
    'reports %s within seconds',
    (_, text) => {
      expect(told(text).map((line) => line.split(':')[0])).toEqual(['YAML_TOO_LARGE']);
    },
    10_000,
  );

  it('takes brackets in strings and comments for what they are', () => {
    const labels = Array.from({ length: 300 }, (_, i) => `  # see [${i}\n  k${i}: "({[" # [[\n`).join('');
    expect(
      told(
        `${fleet}argocd:\n  repoURL: x\n  annotations:\n${labels.replaceAll('\n  ', '\n    ').replace(/^ {2}/, '    ')}`,
      ),
    ).toEqual([]);
  });

  it('reports each of thousands of mistakes within seconds, quoting none at length', () => {
    const clusters = Array.from(
      { length: 3000 },
      (_, i) => `  c${i}: { gatewayPrt${'x'.repeat(i % 300)}: 1 }\n`,
    ).join('');
    const { diagnostics } = parseFleet(fleet.replace('{ a: {} }', `\n${clusters}`));
    expect(diagnostics).toHaveLength(3000);
    expect(Math.max(...diagnostics.map((d) => d.message.length))).toBeLessThan(200);
  }, 20_000);
});
