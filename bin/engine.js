// Tells V8 what suits a run. The flags of a start are those that the code caches were made with, as V8 reads back code of
// the same flags only: whoever compiles a script does so `asAtStart`.
'use strict';
const { getHeapSpaceStatistics, setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

// a V8 that does not know a flag complains aloud, and the code caches are for all runs of one Node: Node 20's is told
const tell = process.versions.v8.startsWith('11.') ? setFlagsFromString : () => undefined;

// Where most of the objects that some line of code made lived on, as all do while a fleet is read, V8 makes the later
// ones old at once. Few of those live on, and the others keep all that they refer to until V8 collects the old ones:
// half of a large run's garbage.
tell('--no-allocation-site-pretenuring');
// V8 marks what lives in small steps beside the program, so that nobody sees it pause. Here nobody looks: at once it
// takes less, and what died meanwhile is seen to be dead.
tell('--no-incremental-marking');

/** What a start is told, and what a run may change. */
const start = {
  // How long V8 waits before it optimizes code. Its default suits programs that run for long; most runs are over in a
  // second, where waiting ten times as long saves a tenth of the clock and a sixth of the processor's time.
  'interrupt-budget': 600_000,
  'semi-space-growth-factor': 2,
  // V8's own choice
  'heap-growing-percent': 0,
};
const now = { ...start };

function tellAll(flags) {
  for (const [flag, value] of Object.entries(flags)) tell(`--${flag}=${value}`);
}

/** Bytes of new objects, two halves of them, above which there is little more to win. */
const roomForNew = 8 << 20;

const works = {
  /** Nearly all that is read lives on: where V8 finds that, it makes room for sixteen times as much that is new. */
  reading: () => ({ 'semi-space-growth-factor': 1 }),
  rendering: () => ({ 'semi-space-growth-factor': 2 }),
  /** Seconds of work: V8 optimizes sooner. */
  longRun: () => ({
    'interrupt-budget': 200_000,
    'semi-space-growth-factor': newSpace() < roomForNew ? 2 : 1,
  }),
  /** Little lives on from one region to the next, and V8 need not let garbage pile up to twice as much as that. */
  regions: () => ({ 'heap-growing-percent': 25 }),
};

function newSpace() {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}

/** Collects what died up to now: V8 decides then how much more there may be. */
function collect() {
  tell('--expose-gc');
  runInNewContext('gc')();
  tell('--no-expose-gc');
}

/** Is told what the run is about to do; that it is long again and again, as nobody tells when new objects take more room. */
function expect(work) {
  const isFirst = work === 'regions' && now['heap-growing-percent'] === 0;
  Object.assign(now, works[work]());
  tellAll(now);
  if (isFirst) collect();
}

/** Does something under the flags of a start. */
function asAtStart(act) {
  tellAll(start);
  try {
    return act();
  } finally {
    tellAll(now);
  }
}

tellAll(start);

module.exports = { expect, asAtStart };
