import { isDeepStrictEqual } from 'node:util';
import type { ApiError } from './failure.js';
import type { KubeObject } from './objects.js';

/** What became of a request. */
export type Written<T> = { readonly object: T } | { readonly error: ApiError };

/** Told of every change, after it happened. */
export type ChangeListener<T> = (change: 'added' | 'updated' | 'deleted', object: T) => void;

/** How a kind is called, and why an object of it is refused. */
export interface Kind<T> {
  /** As in `services "web" not found`. */
  readonly plural: string;
  readonly refusal: (object: T) => string | undefined;
}

/** All objects of one kind in one cluster, with versions and the lag of a client's cache. */
export class ResourceTable<T extends KubeObject> {
  private readonly byNamespace = new Map<string, Map<string, T>>();
  /** How often an object was written, where that is not once: changed ones, and those that were deleted. */
  private readonly versions = new Map<string, number>();
  private readonly spoilt = new Map<T, T>();
  private readonly listeners = new Set<ChangeListener<T>>();

  constructor(
    private readonly clusterName: string,
    private readonly kind: Kind<T>,
  ) {}

  /** Calls the listener on every later change, until the function it answers is called. */
  watch(listener: ChangeListener<T>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The object as the API server holds it. */
  get(namespace: string, name: string): T | undefined {
    return this.byNamespace.get(namespace)?.get(name);
  }

  /** The object as the controller's cache holds it: with what a refused write left there. */
  cached(namespace: string, name: string): T | undefined {
    const object = this.get(namespace, name);
    return object === undefined || this.spoilt.size === 0 ? object : (this.spoilt.get(object) ?? object);
  }

  /**
   * Notes that the controller changed its cached copy before a write that was then refused.
   *
   * Upstream edits cached Services in place (`handleRemoteExportedServiceUpdated`,
   * `handleFederatedServiceJoin`), so until the object really changes the controller sees its own edit.
   */
  spoil(object: T): void {
    const stored = this.get(object.metadata.namespace, object.metadata.name);
    if (stored !== undefined) this.spoilt.set(stored, object);
  }

  /** All objects, or those of one namespace, in the order of their creation. */
  list(namespace?: string): Iterable<T> {
    if (namespace !== undefined) return this.byNamespace.get(namespace)?.values() ?? [];
    const all: T[] = [];
    for (const objects of this.byNamespace.values()) for (const object of objects.values()) all.push(object);
    return all;
  }

  /** Takes over what another table holds, which nobody changed or deleted yet. */
  fillFrom(other: ResourceTable<T>): void {
    for (const [namespace, objects] of other.byNamespace) {
      this.byNamespace.set(namespace, new Map(objects));
      if (this.listeners.size > 0) for (const object of objects.values()) this.tell('added', object);
    }
  }

  create(object: T): Written<T> {
    const refused = this.kind.refusal(object);
    if (refused !== undefined) return { error: { reason: 'Invalid', message: refused } };
    const { namespace, name } = object.metadata;
    if (this.get(namespace, name) !== undefined) {
      return { error: { reason: 'AlreadyExists', message: `${this.kind.plural} "${name}" already exists` } };
    }
    const written = this.versions.size === 0 ? 0 : (this.versions.get(`${namespace}/${name}`) ?? 0);
    const stored = this.store(object, written + 1);
    this.tell('added', stored);
    return { object: stored };
  }

  update(object: T): Written<T> {
    const { namespace, name } = object.metadata;
    const previous = this.get(namespace, name);
    if (previous === undefined) return { error: this.notFound(name) };
    const refused = this.kind.refusal(object);
    if (refused !== undefined) return { error: { reason: 'Invalid', message: refused } };
    this.spoilt.delete(previous);
    if (isDeepStrictEqual({ ...object, version: '' }, { ...previous, version: '' }))
      return { object: previous };
    const stored = this.store(object, (this.versions.get(`${namespace}/${name}`) ?? 1) + 1);
    this.tell('updated', stored);
    return { object: stored };
  }

  delete(namespace: string, name: string): ApiError | undefined {
    const object = this.get(namespace, name);
    if (object === undefined) return this.notFound(name);
    this.spoilt.delete(object);
    this.byNamespace.get(namespace)?.delete(name);
    const key = `${namespace}/${name}`;
    this.versions.set(key, this.versions.get(key) ?? 1);
    this.tell('deleted', object);
    return undefined;
  }

  private notFound(name: string): ApiError {
    return { reason: 'NotFound', message: `${this.kind.plural} "${name}" not found` };
  }

  private store(object: T, count: number): T {
    const { namespace, name } = object.metadata;
    if (count > 1) this.versions.set(`${namespace}/${name}`, count);
    const stored = { ...object, version: `<version ${count} of ${this.clusterName} ${object.kind} ${name}>` };
    const objects = this.byNamespace.get(namespace);
    if (objects === undefined) this.byNamespace.set(namespace, new Map([[name, stored]]));
    else objects.set(name, stored);
    return stored;
  }

  private tell(change: 'added' | 'updated' | 'deleted', object: T): void {
    for (const listener of this.listeners) listener(change, object);
  }
}
