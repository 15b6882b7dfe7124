import { execFileSync } from 'node:child_process';

import type { Manifest } from '../../../lib/manifests/manifest.js';
import { program } from './programs.js';
import { at, isRecord, textAt } from './record.js';

/** What a store holds: values by property, by key. */
type Held = Map<string, Record<string, string>>;

/**
 * A stand-in for the External Secrets Operator and its store: it copies what a PushSecret names into the store, and
 * builds the Secret that an ExternalSecret describes, with the template engine that the operator has.
 */
export class OperatorStandIn {
  readonly #held: Held = new Map();

  /** Puts a value where a person or a script would have put it. */
  put(key: string, property: string, value: string): void {
    this.#held.set(key, { ...this.#held.get(key), [property]: value });
  }

  /** Does what a PushSecret asks, with the Secret that it selects. */
  push({ spec }: Manifest, secret: Manifest): void {
    for (const entry of list(at(spec, 'data'))) {
      const encoded = textAt(secret, 'data', textAt(entry, 'match', 'secretKey'));
      if (encoded === '') throw new Error('secret key does not exist');
      const [key, property] = [
        textAt(entry, 'match', 'remoteRef', 'remoteKey'),
        textAt(entry, 'match', 'remoteRef', 'property'),
      ];
      this.put(key, property, Buffer.from(encoded, 'base64').toString());
    }
  }

  /** The Secret that an ExternalSecret makes. */
  pull({ metadata, spec }: Manifest): Manifest {
    const values = Object.fromEntries(
      list(at(spec, 'data')).map((entry) => {
        const [key, property] = [textAt(entry, 'remoteRef', 'key'), textAt(entry, 'remoteRef', 'property')];
        const value = this.#held.get(key)?.[property];
        if (value === undefined) throw new Error(`the store has no ${property} of ${key}`);
        return [textAt(entry, 'secretKey'), value];
      }),
    );
    const template = at(spec, 'target', 'template');
    const templates = at(template, 'data');
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: textAt(spec, 'target', 'name') || metadata.name,
        namespace: metadata.namespace ?? '',
        labels: texts(at(template, 'metadata', 'labels')),
        annotations: texts(at(template, 'metadata', 'annotations')),
      },
      type: textAt(template, 'type') || 'Opaque',
      stringData: templates === undefined ? values : render(texts(templates), values),
    };
  }

  /** Keys that something was put under. */
  keys(): string[] {
    return [...this.#held.keys()];
  }
}

function render(templates: Record<string, string>, values: Record<string, string>): Record<string, string> {
  const rendered: unknown = JSON.parse(
    execFileSync(program('render-template'), {
      input: JSON.stringify({ templates, values }),
      encoding: 'utf8',
    }),
  );
  return texts(rendered);
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).map(([key, text]) => [key, String(text)]),
  );
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
