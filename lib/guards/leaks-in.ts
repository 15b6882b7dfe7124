import { findLeaks, type Leak } from './leak.js';

/** A secret in plain data, by the path of its field: `metadata.annotations.note`, `env[0].value`. */
export interface FieldLeak extends Pick<Leak, 'kind' | 'layers'> {
  readonly path: string;
}

function step(path: string, key: string): string {
  if (/^[A-Za-z_][\w-]*$/.test(key)) return path === '' ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key)}]`;
}

/** The text that a file would show for a field; what a value is called decides whether an opaque one is a secret. */
function shown(key: string | undefined, owner: unknown, value: string): string {
  if (key === undefined) return value;
  const name: unknown = key === 'value' ? (owner as { readonly name?: unknown }).name : undefined;
  return typeof name === 'string' ? `name: ${name}\nvalue: ${value}` : `${key}: ${value}`;
}

function walk(
  value: unknown,
  path: string,
  key: string | undefined,
  owner: unknown,
  found: FieldLeak[],
): void {
  const report = (text: string): boolean => {
    const leaks = findLeaks(text);
    for (const { kind, layers } of leaks) found.push({ path, kind, layers });
    return leaks.length > 0;
  };
  if (typeof value === 'string') {
    report(shown(key, owner, value));
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      walk(item, `${path}[${index}]`, undefined, value, found);
    });
  } else if (typeof value === 'object' && value !== null) {
    const before = found.length;
    for (const [name, item] of Object.entries(value)) {
      const [leak] = findLeaks(name);
      // the key itself is the secret, so the path ends above it
      if (leak !== undefined) found.push({ path: `${path}.<key>`, kind: leak.kind, layers: leak.layers });
      else walk(item, step(path, name), name, value, found);
    }
    // a kubeconfig written as data rather than as text shows only as a whole
    if (found.length === before && 'users' in value) report(JSON.stringify(value));
  }
}

/** The secrets in plain data, in the order of its fields: where a text check tripped, this names the field. */
export function leaksIn(object: unknown): readonly FieldLeak[] {
  const found: FieldLeak[] = [];
  walk(object, '', undefined, undefined, found);
  return found;
}
