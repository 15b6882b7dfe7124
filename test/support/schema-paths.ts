import { readFileSync } from 'node:fs';

/** A node of a JSON Schema, as far as its properties go. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
  readonly [keyword: string]: unknown;
}

/** A property of a schema, by its path: `controllers[].link.ref.name`. */
export interface SchemaProperty {
  readonly path: string;
  readonly node: SchemaNode;
}

/** All properties of a schema file at any depth, references followed; of several forms of a file those of the first. */
export function schemaProperties(file: string): SchemaProperty[] {
  const root = JSON.parse(readFileSync(file, 'utf8')) as SchemaNode;
  const resolve = (node: SchemaNode): SchemaNode =>
    node.$ref === undefined
      ? node
      : resolve(root.definitions?.[node.$ref.replace('#/definitions/', '')] ?? {});
  const walk = (written: SchemaNode, at: string): SchemaProperty[] => {
    const node = resolve(written);
    const own = Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
      const path = at === '' ? key : `${at}.${key}`;
      return [{ path, node: property }, ...walk(property, path)];
    });
    const items = node.items === undefined ? [] : walk(node.items, `${at}[]`);
    return [...own, ...items, ...(node.anyOf ?? []).flatMap((choice) => walk(choice, at))];
  };
  return walk(root.anyOf?.[0] ?? root, '');
}
