import { table } from './table.js';

const begin = '<!-- written by `npm run bench` -->';
const end = '<!-- up to here -->';

/** A README with the figures of a run in place of those between its two marks. */
export function refreshed(readme, told) {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error('README.md has lost the marks around the figures');
  return `${readme.slice(0, from + begin.length)}\n\n${figures(told)}\n\n${readme.slice(to)}`;
}

function figures({ machine, results }) {
  const missed = results.filter(({ value, target }) => value > target).length;
  const verdict =
    missed === 0 ? 'Every target is met' : `${missed} of ${results.length} targets are not met yet`;
  return `${verdict}, in one run on ${machine}:

${table(results)}

Whole commands by the clock, less the start of Node where it is not named; beside it the processor time that all threads
of a command take. T8, the same
bytes on every machine, is a [test](test/cli/same-bytes.test.ts): locale, time zone and the order in which a file
system lists files make no difference, nor does [the thread](test/cli/large-fleet.test.ts) that looks at and writes the
files of large fleets.`;
}
