// Loads the scripts of the compiled command. They are CommonJS in all but name: `require` here takes one where Node's
// own would, as only a script that is compiled by hand can be given the code that V8 made of it at build time.
'use strict';
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');
// nearly every command asks for it
require('node:os');
// when Node's modules are loaded, as V8 takes no code of theirs under other flags
const { asAtStart, asUntold } = require('./engine.js');

/**
 * Bytes before the code in a cache: the checksum of all that follows and of the script, and four zeros, as V8 copies code
 * that does not begin at a multiple of eight.
 */
const headerBytes = 8;

const loaded = new Map();

/** The exports of a script; runs it the first time. */
function load(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.module.exports;
  const script = compile(file);
  const module = { exports: {} };
  loaded.set(file, { script, module });
  const folder = dirname(file);
  const requireFrom = (name) => (name.startsWith('.') ? load(join(folder, name)) : requireOther(name));
  script.runInThisContext().call(module.exports, requireFrom, module, module.exports, file);
  return module.exports;
}

/** Modules that Node has loaded by then. */
const atHand = new Set(['events', 'fs', 'os', 'path', 'process', 'util']);

function requireOther(name) {
  return atHand.has(name.replace('node:', '')) ? require(name) : asUntold(() => require(name));
}

function compile(file) {
  const { text, cachedData } = read(file);
  return asAtStart(() => new Script(text, { filename: file, cachedData }));
}

/**
 * A script and the code of it. Memory beyond its heap makes V8 collect earlier, so a small fleet is done before it does:
 * the text is on the heap, unlike a long one of `latin1`, and nothing holds the file's bytes while it is compiled.
 */
function read(file) {
  const bytes = readFileSync(file);
  // V8 reads back its own versions and flags only, but takes any bytes for code once it does
  return { text: bytes.utf8Slice(), cachedData: readCache(cacheOf(file), bytes) };
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

module.exports = { load, caches };
