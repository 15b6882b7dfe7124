import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Keeps the code of a script as Node does at its build, under V8's own flags, and tells under which it is taken. */
const script = `
const { Script } = require('node:vm');
let n = 100;
// another one each time, as V8 looks first whether it has compiled the same: of one length, which it knows scripts by
const text = () => '(function times(n) { return ' + n++ + ' * n; })';
const cachedData = new Script(text()).createCachedData();
const { expect, asAtStart, asUntold } = require('./bin/engine.js');
const isTaken = () => !new Script(text(), { cachedData }).cachedDataRejected;
const seen = () => ({ plain: isTaken(), atStart: asAtStart(isTaken), untold: asUntold(isTaken) });
const told = { start: seen() };
for (const work of ['reading', 'brief', 'streaming', 'regions']) {
  expect(work);
  told[work] = seen();
}
process.stdout.write(JSON.stringify(told));
`;

test('V8 takes code of Node’s own under the flags that nobody told it', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const taken = { plain: false, atStart: false, untold: true };
  expect(JSON.parse(stdout)).toEqual({
    start: taken,
    reading: taken,
    brief: taken,
    streaming: taken,
    regions: taken,
  });
});
