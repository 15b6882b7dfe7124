import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * Keeps the code of a script as Node does at its build, under V8's own flags, and as ours are at a start; tells when either
 * is taken, whatever the run is told to expect.
 */
const script = `
const { Script } = require('node:vm');
let n = 100;
// another one each time, as V8 looks first whether it has compiled the same: of one length, which it knows scripts by
const text = () => '(function times(n) { return ' + n++ + ' * n; })';
const keep = () => new Script(text()).createCachedData();
const ofNode = keep();
const { expect, asAtStart, asUntold } = require('./bin/engine.js');
const ours = keep();
const takes = (cachedData) => () => !new Script(text(), { cachedData }).cachedDataRejected;
const told = {};
for (const work of ['start', 'reading', 'brief', 'streaming', 'regions']) {
  if (work !== 'start') expect(work);
  told[work] = {
    ofNode: [takes(ofNode)(), asAtStart(takes(ofNode)), asUntold(takes(ofNode))],
    ours: [asAtStart(takes(ours)), asUntold(takes(ours))],
  };
}
process.stdout.write(JSON.stringify(told));
`;

test('V8 takes kept code of Node’s own under the flags that nobody told it, and ours under those of a start', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const taken = { ofNode: [false, false, true], ours: [true, false] };
  expect(JSON.parse(stdout)).toEqual({
    start: taken,
    reading: taken,
    brief: taken,
    streaming: taken,
    regions: taken,
  });
});
