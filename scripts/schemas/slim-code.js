// Makes the standalone code of ajv a third of its size, and so the start of a run shorter: what it says about an error
// is passed to one function, and validators take only what they use.

/** `const err0 = {…};` and its way into the list of errors, as ajv writes it with `allErrors` and without messages. */
const error = new RegExp(
  'const (err\\d+) = \\{instancePath(?::(.*?))?,schemaPath:"(?:[^"\\\\]|\\\\.)*",keyword:("\\w+"),' +
    'params:(\\{(?:"(?:[^"\\\\]|\\\\.)*"|[^"{};])*\\})\\};' +
    'if\\(vErrors === null\\)\\{vErrors = \\[\\1\\];\\}else \\{vErrors\\.push\\(\\1\\);\\}',
  'g',
);

/** Call of another validator for a value at some path below, and what is done with its errors. */
const call = new RegExp(
  'if\\(!\\(((?:validate|wrapper)\\d+(?:\\.validate)?)\\(([^{}]*?), \\{instancePath(?::(.*?))?,parentData(?::\\w+)?,' +
    'parentDataProperty(?::.*?)?,rootData\\}\\)\\)\\)' +
    '\\{vErrors = vErrors === null \\? \\1\\.errors : vErrors\\.concat\\(\\1\\.errors\\);errors = vErrors\\.length;\\}',
  'g',
);
const parameters = ', {instancePath="", parentData, parentDataProperty, rootData=data}={}';

/** Where a validator begins, for its callers put their own paths in front of what it says. */
const ownPath = /\binstancePath( ?\+ ?)?/g;

/** Limits of a text's length, which is at most twice what ajv counts: characters beyond 16 bits are two in JavaScript. */
const tooLong = /(func\d+\((\w+)\) > (\d+))/g;
const tooShort = /(func\d+\((\w+)\) < (\d+))/g;

/** The code with the same effect; errors lose their `schemaPath`. */
export function slimCode(code) {
  const slim = withoutSchemas(code)
    .replace(
      error,
      (_, __, path = 'instancePath', keyword, params) =>
        `vErrors = fail0(vErrors, ${path}, ${keyword}, ${params});`,
    )
    .replace(
      call,
      (_, validate, value, path = 'instancePath') =>
        `if(!${validate}(${value})){vErrors = join0(vErrors, ${validate}.errors, ${path});errors = vErrors.length;}`,
    )
    .replace(tooLong, '$2.length > $3 && $1')
    .replace(tooShort, '$2.length < 2 * $3 && $1')
    .replaceAll(parameters, '')
    .replace(ownPath, (_, plus) => (plus === undefined ? '""' : ''));
  for (const left of ['schemaPath:', 'parentData', 'rootData', 'const schema', '.concat(']) {
    const at = slim.indexOf(left);
    if (at >= 0) throw new Error(`unexpected code of ajv: ${slim.slice(at - 200, at + 200)}`);
  }
  return slim + helpers;
}

/** Parts of schemas that the code looks up, such as the values of an enum, in place of the look-up. */
function withoutSchemas(code) {
  const schemas = new Map();
  const rest = code.replace(
    /const (schema\d+) = (\{.*?\});(?=const |function |export |$)/g,
    (_, name, json) => {
      schemas.set(name, JSON.parse(json));
      return '';
    },
  );
  return rest.replace(/\b(schema\d+)((?:\.\w+|\["(?:[^"\\]|\\.)*"\])+)/g, (_, name, path) => {
    const steps = path.match(/(?<=\.)\w+|(?<=\[)"(?:[^"\\]|\\.)*"(?=\])/g);
    const part = steps.reduce(
      (value, step) => value[step.startsWith('"') ? JSON.parse(step) : step],
      schemas.get(name),
    );
    return JSON.stringify(part);
  });
}

const helpers = `
function fail0(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
function join0(errors, more, path) {
  const found = more.map((error) => ({ ...error, instancePath: path + error.instancePath }));
  return errors === null ? found : errors.concat(found);
}
const parts0 = { areShared: () => false };
const sound0 = new WeakMap();
function indexed0(names) { return new Map(names.map((name, i) => [name, i])); }
`;
