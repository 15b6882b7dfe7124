// Tells V8 what suits a run. The flags of a start are those that the code caches were made with, as V8 reads back code of
// the same flags only: whoever compiles a script does so `asAtStart`.
'use strict';
const { getHeapSpaceStatistics, setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

/** As V8 counts in Node 22 and 24: how often functions are called. */
const byInvocations = { 'invocation-count-for-turbofan': 40_000, 'invocation-count-for-maglev': 4000 };

/**
 * How long V8 waits before it optimizes code, by the version of Node, as each V8 counts in its own way. Their defaults suit
 * programs that run for long; runs are over in seconds, where waiting fifteen times as long saves a quarter of the clock
 * and a third of the processor's time.
 *
 * A `brief` run is over before optimized code has paid for itself: without it 100 clusters take a fourteenth less. Not so
 * with the V8 of Node 22, which hardly optimizes by then.
 */
const told = {
  20: { patience: { 'interrupt-budget': 1_000_000 }, brief: { turbofan: false } },
  22: { patience: byInvocations, brief: {} },
  24: { patience: byInvocations, brief: { turbofan: false } },
}[process.versions.node.split('.', 1)[0]];

// a V8 that does not know a flag complains aloud: only those are told that were tried
const tell = told === undefined ? () => undefined : setFlagsFromString;

// Where most of the objects that some line of code made lived on, as all do while a fleet is read, V8 makes the later
// ones old at once. Few of those live on, and the others keep all that they refer to until V8 collects the old ones:
// half of a large run's garbage.
tell('--no-allocation-site-pretenuring');
// V8 marks what lives in small steps beside the program, so that nobody sees it pause. Here nobody looks: at once it
// takes less, and what died meanwhile is seen to be dead.
tell('--no-incremental-marking');
// V8 interprets a regular expression once, and compiles it when it is met again, as nearly all are.
tell('--no-regexp-tier-up');

/** What a start is told, and what a run may change. */
const start = { ...told?.patience, turbofan: true, 'semi-space-growth-factor': 8 };
const now = { ...start };

function tellAll(flags) {
  for (const [flag, value] of Object.entries(flags)) tell(asFlag(flag, value));
}

function asFlag(flag, value) {
  if (typeof value === 'boolean') return value ? `--${flag}` : `--no-${flag}`;
  return `--${flag}=${value}`;
}

/** Bytes that may die before they are collected, where little lives on: V8 lets twice of what lives pile up. */
const roomForDead = 6 << 20;

const works = {
  /** Nearly all of a large fleet that is read lives on: where V8 finds that, it makes more and more room for new objects. */
  reading: () => {
    change({ 'semi-space-growth-factor': 1, turbofan: true });
  },
  /** Manifests come and go: it may make all of that room, at once. */
  streaming: () => {
    change({ 'semi-space-growth-factor': 16, turbofan: true });
  },
  /** The same for a moment. */
  brief: () => {
    change({ 'semi-space-growth-factor': 16, ...told?.brief });
  },
  /** Little lives on from one region to the next. Told after each, as the start of a thread lets V8 forget. */
  regions: () => {
    change({ 'semi-space-growth-factor': 1, turbofan: true });
    if (oldBytes() > lived + roomForDead) collect();
  },
};

function change(flags) {
  Object.assign(now, flags);
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
  tellAll(start);
  try {
    return act();
  } finally {
    tellAll(now);
  }
}

tellAll(start);

module.exports = { expect, asAtStart };
