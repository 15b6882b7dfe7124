// Loads the scripts of the compiled command. They are CommonJS in all but name: `require` here takes one where Node's
// own would, as only a script that is compiled by hand can be given the code that V8 made of it at build time.
'use strict';
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

/** Bytes before the code in a cache: the checksum of all that follows and of the script. */
const headerBytes = 4;

// How long V8 waits before it optimizes code. Its default suits programs that run for long; most runs are over in a
// second, where waiting ten times as long saves a tenth of the clock and a sixth of the processor's time.
const shortRun = '--interrupt-budget=600000';
const longRun = '--interrupt-budget=200000';
// Where most of the objects that some line of code made lived on, as all do while a fleet is read, V8 makes the later
// ones old at once. Few of those live on, and the others keep all that they refer to until V8 collects the old ones:
// half of a large run's garbage.
const allBeginYoung = '--no-allocation-site-pretenuring';
// V8 marks what lives in small steps beside the program, so that nobody sees it pause. Here nobody looks: at once it
// takes less, and what died meanwhile is seen to be dead.
const markAtOnce = '--no-incremental-marking';
// a V8 that does not know a flag complains aloud, and the code caches are for all runs of one Node: Node 20's is told
const tell = process.versions.v8.startsWith('11.') ? setFlagsFromString : () => undefined;
tell(allBeginYoung);
tell(markAtOnce);
let budget = shortRun;
tell(budget);

/** Has V8 optimize sooner, as this run will take seconds. */
function expectLongRun() {
  budget = longRun;
  tell(budget);
}

const loaded = new Map();

/** The exports of a script; runs it the first time. */
function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.module.exports;
  const bytes = readFileSync(file);
  // V8 reads back its own versions and flags only, but takes any bytes for code once it does
  const cachedData = readCache(cacheOf(file), bytes);
  // it reads back code of the same flags only
  tell(shortRun);
  const script = new Script(bytes.latin1Slice(), { filename: file, cachedData });
  tell(budget);
  const module = { exports: {} };
  loaded.set(file, { script, module });
  const folder = dirname(file);
  const requireFrom = (name) => (name.startsWith('.') ? load(join(folder, name)) : require(name));
  script.runInThisContext().call(module.exports, requireFrom, module, module.exports, file);
  return module.exports;
}

const cacheOf = (file) => `${file}.cache`;

/** Checksum of a script and of the code that V8 made of it here; undefined in a Node that has no quick one. */
const checksum = (code, script) => crc32?.(script, crc32(code, crc32(`${process.version} ${process.arch}`)));

function readCache(file, script) {
  if (crc32 === undefined) return undefined;
  try {
    const cache = readFileSync(file);
    const code = cache.subarray(headerBytes);
    return cache.readUInt32LE(0) === checksum(code, script) ? code : undefined;
  } catch {
    // none, or half of one: everything is compiled as it is needed
    return undefined;
  }
}

/** The scripts that were loaded, and the caches to keep beside them. */
function* caches() {
  for (const [file, { script }] of loaded) {
    const code = script.createCachedData();
    const cache = Buffer.alloc(headerBytes + code.length);
    cache.writeUInt32LE(checksum(code, readFileSync(file)) ?? 0);
    code.copy(cache, headerBytes);
    yield { file: cacheOf(file), cache };
  }
}

module.exports = { load, expectLongRun, caches };
