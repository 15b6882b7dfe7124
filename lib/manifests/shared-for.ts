import { sharedPart } from './shared-part.js';

/** Parts kept for texts: names and namespaces that many clusters have alike are few. */
const mostTexts = 100;

/** Makes one shared part for each object that `make` is called with; it is forgotten with that object. */
export function sharedFor<K extends object, T extends object>(make: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, T>();
  return (of) => {
    let part = made.get(of);
    if (part === undefined) made.set(of, (part = sharedPart(make(of))));
    return part;
  };
}

/**
 * Makes one shared part for each text that `make` is called with, as long as these are few. What is no text, such as a
 * Lazy of cdk8s that somebody gave for one, is not known until it is rendered, and shares nothing.
 */
export function sharedForText<T extends object>(make: (of: string) => T): (of: string) => T {
  const made = new Map<string, T>();
  return (of) => {
    if (typeof of !== 'string') return make(of);
    let part = made.get(of);
    if (part !== undefined) return part;
    if (made.size >= mostTexts) made.clear();
    made.set(of, (part = sharedPart(make(of))));
    return part;
  };
}
