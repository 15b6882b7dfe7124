// Tells V8 what suits a run. It reads back code that was kept only under the flags that the code was made under: our own
// scripts are compiled `asAtStart`, and Node's own modules loaded `asUntold`.
'use strict';
const { getHeapSpaceStatistics, setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

/** As V8 counts in Node 22 and 24: how often functions are called. */
const invocations = (turbofan, maglev) => ({
  'invocation-count-for-turbofan': turbofan,
  'invocation-count-for-maglev': maglev,
});

/**
 * How long V8 waits before it optimizes code, by the version of Node, as each V8 counts in its own way. Their defaults suit
 * programs that run for long; runs are over in seconds, where waiting fifteen times as long saves a quarter of the clock
 * and a third of the processor's time.
 *
 * A `brief` run is over before optimized code has paid for itself: without it 100 clusters take a fourteenth less. Not so
 * with the V8 of Node 22, which hardly optimizes by then.
 */
const known = {
  20: {
    untold: { 'interrupt-budget': 67_584 },
    patience: { 'interrupt-budget': 1_000_000 },
    brief: { turbofan: false },
  },
  22: { untold: invocations(3000, 400), patience: invocations(40_000, 4000), brief: {} },
  24: { untold: invocations(10_000, 400), patience: invocations(40_000, 4000), brief: { turbofan: false } },
}[process.versions.node.split('.', 1)[0]];

/** V8's defaults of all that is told. */
const untold = {
  ...known?.untold,
  turbofan: true,
  'semi-space-growth-factor': 2,
  'allocation-site-pretenuring': true,
  'incremental-marking': true,
  'regexp-tier-up': true,
};

/** What a start is told. */
const start = {
  ...known?.patience,
  turbofan: true,
  'semi-space-growth-factor': 8,
  // Where most of the objects that some line of code made lived on, as all do while a fleet is read, V8 makes the later
  // ones old at once. Few of those live on, and the others keep all that they refer to until V8 collects the old ones:
  // half of a large run's garbage.
  'allocation-site-pretenuring': false,
  // V8 marks what lives in small steps beside the program, so that nobody sees it pause. Here nobody looks: at once it
  // takes less, and what died meanwhile is seen to be dead.
  'incremental-marking': false,
  // V8 interprets a regular expression once, and compiles it when it is met again, as nearly all are.
  'regexp-tier-up': false,
};
let now = start;

function tellAll(flags) {
  // a V8 that does not know a flag complains aloud: only those are told that were tried
  if (known !== undefined) setFlagsFromString(Object.entries(flags).map(asFlag).join(' '));
}

function asFlag([flag, value]) {
  if (typeof value === 'boolean') return value ? `--${flag}` : `--no-${flag}`;
  return `--${flag}=${value}`;
}

/** Bytes that may die before they are collected, where little lives on: V8 lets twice of what lives pile up. */
const roomForDead = 6 << 20;

const works = {
  /** Nearly all of a large fleet that is read lives on: where V8 finds that, it makes more and more room for new objects. */
  reading: () => {
    begin({ 'semi-space-growth-factor': 1 });
  },
  /** Manifests come and go: it may make all of that room, at once. */
  streaming: () => {
    begin({ 'semi-space-growth-factor': 16 });
  },
  /** The same for a moment. */
  brief: () => {
    begin({ 'semi-space-growth-factor': 16, ...known?.brief });
  },
  /** Little lives on from one region to the next. Told after each, as the start of a thread lets V8 forget. */
  regions: () => {
    begin({ 'semi-space-growth-factor': 1 });
    if (oldBytes() > lived + roomForDead) collect();
  },
};

/** Tells what differs from a start while some work lasts. */
function begin(flags) {
  now = { ...start, ...flags };
  tellAll(now);
}

function oldBytes() {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0;
}

/** Bytes of old objects that lived when they were collected last. */
let lived = 0;

function collect() {
  // every V8 knows this flag
  setFlagsFromString('--expose-gc');
  runInNewContext('globalThis.gc?.()');
  setFlagsFromString('--no-expose-gc');
  lived = oldBytes();
}

/** Is told what the run is about to do. */
function expect(work) {
  works[work]();
}

/** Does something under the flags of a start. */
function asAtStart(act) {
  return under(start, act);
}

/** Does something under V8's own flags. */
function asUntold(act) {
  return under(untold, act);
}

function under(flags, act) {
  if (now === flags) return act();
  tellAll(flags);
  try {
    return act();
  } finally {
    tellAll(now);
  }
}

tellAll(start);

module.exports = { expect, asAtStart, asUntold };
