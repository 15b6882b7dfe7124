// Makes the standalone code of ajv a third of its size, and so the start of a run shorter: what it says about an error
// is passed to one function, and validators take only what they use.

/** `const err0 = {…};` and its way into the list of errors, as ajv writes it with `allErrors` and without messages. */
const error = new RegExp(
  'const (err\\d+) = \\{instancePath(?::(.*?))?,schemaPath:"(?:[^"\\\\]|\\\\.)*",keyword:("\\w+"),' +
    'params:(\\{(?:"(?:[^"\\\\]|\\\\.)*"|[^"{};])*\\})\\};' +
    'if\\(vErrors === null\\)\\{vErrors = \\[\\1\\];\\}else \\{vErrors\\.push\\(\\1\\);\\}',
  'g',
);

/** Call of another validator, and the parameters that such a call fills. */
const call = /\{instancePath(?::(.*?))?,parentData(?::\w+)?,parentDataProperty(?::.*?)?,rootData\}/g;
const parameters = '{instancePath="", parentData, parentDataProperty, rootData=data}={}';
const merge =
  /vErrors = vErrors === null \? (validate\d+|wrapper\d+\.validate)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/g;

/** The code with the same effect; errors lose their `schemaPath`. */
export function slimCode(code) {
  const slim = withoutSchemas(code)
    .replace(
      error,
      (_, __, path = 'instancePath', keyword, params) =>
        `vErrors = fail0(vErrors, ${path}, ${keyword}, ${params});`,
    )
    .replace(call, (_, path = 'instancePath') => path)
    .replaceAll(parameters, 'instancePath = ""')
    .replace(merge, 'vErrors = join0(vErrors, $1.errors);errors = vErrors.length;');
  for (const left of ['schemaPath:', 'parentData', 'rootData', 'const schema']) {
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
function join0(errors, more) { return errors === null ? more : errors.concat(more); }
`;
