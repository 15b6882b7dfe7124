// The schemas of what users write, without what only editors and readers want of them: half of their size.
import { readFileSync } from 'node:fs';

/** What else stands in a schema: words and examples. */
const forReaders = ['$schema', 'title', 'examples', 'default', 'since'];

/** Keywords whose keys are names of the user's, each with a schema. */
const named = ['properties', 'definitions'];

/** Puts the lean schemas in place of those that are committed. */
export const leanSchemas = {
  name: 'lean schemas',
  setup({ onLoad }) {
    onLoad({ filter: /config\/schema\/\w+\.schema\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(lean(JSON.parse(readFileSync(path, 'utf8')))),
      loader: 'json',
    }));
  },
};

/** The schema of something; what describes it is told of a key that is missing, and of no other. */
function lean(schema, isRequired = false) {
  if (Array.isArray(schema)) return schema.map((each) => lean(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    ([key]) => !forReaders.includes(key) && (key !== 'description' || isRequired),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (!named.includes(key)) return [key, lean(value)];
      const required = schema.required ?? [];
      const entries = Object.entries(value);
      return [
        key,
        Object.fromEntries(entries.map(([name, each]) => [name, lean(each, required.includes(name))])),
      ];
    }),
  );
}
