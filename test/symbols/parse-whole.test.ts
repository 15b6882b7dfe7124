import { expect, test } from 'vitest';
import { parseWhole } from '../../lib/symbols/parse-whole.js';

test('reads brackets whose lines are indented as the writer likes', () => {
  const text = 'spec:\n  ports: [{\n    name: http\n  }]\n  type: ClusterIP\n';
  const told: unknown[] = [];
  const read = parseWhole({ text, line: 10, column: 0 }, 'a.yaml', (diagnostic) => told.push(diagnostic));
  expect(told).toEqual([]);
  expect(read?.value).toEqual({ spec: { ports: [{ name: 'http' }], type: 'ClusterIP' } });
  expect(read?.locate(['spec', 'type'])).toEqual({ line: 15, column: 9 });
});
