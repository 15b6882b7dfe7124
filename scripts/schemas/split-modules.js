// Cuts one module of standalone validators into several, so that a run loads only those it needs.
import { transformSync } from 'esbuild';

/** Names that ajv gives to what stands at the top of its code. */
const generatedName =
  /\b(?:validate|wrapper|schema|pattern|func|formats|indexed|parts|sound|obj|fail|join)\d+\b/g;

/** What validators ask about shared parts; whoever loads them sets it. */
const sharedParts = 'parts0';

/** File of what two or more modules need. */
const shared = 'shared';

/** The texts of ES modules by file name: one for each of `modules` (file name to the validators it exports). */
export function splitModules(code, modules) {
  const { parts, exported } = topLevel(code);
  const homes = new Map();
  for (const [file, validators] of Object.entries(modules)) {
    const roots = validators.map((validator) => exported.get(validator));
    for (const name of reachable(roots, parts)) homes.set(name, homes.has(name) ? shared : file);
  }
  const texts = {};
  for (const file of new Set(homes.values())) {
    const exports = (modules[file] ?? []).map((alias) => ({ name: exported.get(alias), alias }));
    texts[file] = moduleText(file, parts, homes, exports);
  }
  return texts;
}

/** The statements of the module, by the name each declares; and the validators that stand behind exported names. */
function topLevel(code) {
  // esbuild puts what is inside a statement behind blanks, so a line that begins with a word begins a statement
  const { code: pretty } = transformSync(code, { supported: { 'template-literal': false } });
  const parts = new Map();
  const exported = new Map();
  for (const statement of pretty.split(/^(?=[a-z"])/m)) {
    const [, alias, target] = /^export const (\w+) = (\w+);\s*$/.exec(statement) ?? [];
    const [, name] = /^(?:function|const) (\w+)/.exec(statement) ?? [];
    if (alias !== undefined) exported.set(alias, target);
    else if (name !== undefined) parts.set(declared(name), statement);
    else if (!statement.startsWith('"use strict"')) {
      // ajv sets `evaluated` of a validator: it belongs to that one
      const [owner] = statement.match(generatedName) ?? [];
      if (!parts.has(owner)) throw new Error(`unexpected code of ajv: ${statement.slice(0, 100)}`);
      parts.set(owner, parts.get(owner) + statement);
    }
  }
  return { parts, exported };
}

/** The name, if it is of a form that `needs` finds. */
function declared(name) {
  if (name.match(generatedName)?.[0] !== name) throw new Error(`unexpected name in code of ajv: ${name}`);
  return name;
}

function needs(statement) {
  return new Set(statement.match(generatedName));
}

function reachable(names, parts) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name) || !parts.has(name)) return;
    found.add(name);
    for (const next of needs(parts.get(name))) visit(next);
  };
  names.forEach(visit);
  return found;
}

function moduleText(file, parts, homes, exports) {
  const own = [...parts].filter(([name]) => homes.get(name) === file);
  const used = new Set([
    ...own.flatMap(([, statement]) => [...needs(statement)]),
    ...exports.map(({ name }) => name),
  ]);
  const imports = new Map();
  for (const name of used) {
    const home = homes.get(name);
    if (home !== undefined && home !== file) imports.set(home, [...(imports.get(home) ?? []), name]);
  }
  const exposed =
    file === shared ? own.map(([name]) => name) : exports.map(({ name, alias }) => `${name} as ${alias}`);
  if (file !== shared && used.has(sharedParts)) exposed.push(`${sharedParts} as parts`);
  return [
    ...[...imports].map(([home, names]) => `import { ${names.join(', ')} } from './${home}.js';\n`),
    ...own.map(([, text]) => droppable(withoutRequire(text))),
    `export { ${exposed.join(', ')} };\n`,
  ].join('');
}

/** Marks what a bundler may leave out where nobody uses it: it does not know that of every call. */
function droppable(text) {
  return text.replace(/^(const \w+ = )(new RegExp\(|indexed0\()/, '$1/* @__PURE__ */ $2');
}

/** How many characters a text has, those beyond 16 bits counted once: without a list of them, as texts are many. */
function codePoints(text) {
  let length = text.length;
  for (let i = length - 1; i > 0; i--) {
    if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00 || (text.charCodeAt(i - 1) & 0xfc00) !== 0xd800) continue;
    length--;
    i--;
  }
  return length;
}

/** The helper of ajv that generated code may ask for, as code of its own: ES modules have no `require`. */
function withoutRequire(text) {
  const code = text.replace('require("ajv/dist/runtime/ucs2length").default', codePoints.toString());
  if (/\brequire\(/.test(code)) throw new Error(`no replacement for a helper of ajv: ${text.slice(0, 200)}`);
  return code;
}
