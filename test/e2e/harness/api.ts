import { Agent, request } from 'node:https';

import type { Manifest } from '../../../lib/manifests/manifest.js';
import { Discovery, kindsIn, type Resource } from './discovery.js';
import { isRecord } from './record.js';

/** Who asks: a client certificate (PEM) or a bearer token. */
export type Identity = { readonly cert: Buffer; readonly key: Buffer } | { readonly token: string };

/** An API server's answer. */
export interface Answer {
  readonly status: number;
  /** The object or list, or a Status object that says why not. */
  readonly body: Record<string, unknown>;
}

/** A refusal, in the API server's own words. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** How to apply. */
export interface Applying {
  /** The field manager. */
  readonly manager: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Which object; a namespace only for kinds that have one. */
export interface Named {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** A client of one API server as one identity; every method but `ask` rejects with a Refusal unless it is granted. */
export class Api {
  readonly #agent: Agent;
  readonly #headers: Record<string, string>;
  readonly #discovery: Discovery;

  constructor(
    readonly server: string,
    readonly authority: Buffer,
    identity: Identity,
  ) {
    const isToken = 'token' in identity;
    this.#agent = new Agent({ keepAlive: true, ca: authority, ...(isToken ? {} : identity) });
    this.#headers = isToken ? { authorization: `Bearer ${identity.token}` } : {};
    this.#discovery = new Discovery((path) => this.send('GET', path));
  }

  /** The same API server, asked by the bearer of a token. */
  as(token: string): Api {
    return new Api(this.server, this.authority, { token });
  }

  /** Ends idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  /** Where the API server keeps a kind. */
  resource(apiVersion: string, kind: string): Promise<Resource> {
    return this.#discovery.find(apiVersion, kind);
  }

  /** The path of an object. */
  async path({ apiVersion, kind, metadata }: Named): Promise<string> {
    return `${await this.#collection(apiVersion, kind, metadata.namespace)}/${metadata.name}`;
  }

  /** Server-side apply with strict validation; YAML may be given as text, and is then judged byte for byte. */
  async apply(object: Manifest, { manager, force = false, dryRun = false }: Applying): Promise<Manifest> {
    const query = `fieldManager=${manager}&fieldValidation=Strict&force=${String(force)}${dryRun ? '&dryRun=All' : ''}`;
    const path = await this.path(object);
    return (await this.send('PATCH', `${path}?${query}`, object, 'application/apply-patch+yaml')) as Manifest;
  }

  /** An object, or undefined where there is none. */
  async get(named: Named): Promise<Manifest | undefined> {
    const { status, body } = await this.ask('GET', await this.path(named));
    if (status === 404) return undefined;
    return granted(status, body) as Manifest;
  }

  /** All objects of a kind, of one namespace or of all. */
  async list(apiVersion: string, kind: string, namespace?: string, labels = ''): Promise<Manifest[]> {
    const query = labels === '' ? '' : `?labelSelector=${encodeURIComponent(labels)}`;
    const list = await this.send('GET', `${await this.#collection(apiVersion, kind, namespace)}${query}`);
    return (Array.isArray(list.items) ? (list.items as Manifest[]) : []).map((item) => ({
      ...item,
      apiVersion,
      kind,
    }));
  }

  /** Creates an object, or posts to a subresource: returns the API server's object. */
  async create(path: string, object: Record<string, unknown>): Promise<Record<string, unknown>> {
    return this.send('POST', path, object);
  }

  /** Merges fields into an object. */
  async merge(named: Named, patch: Record<string, unknown>): Promise<void> {
    await this.send('PATCH', await this.path(named), patch, 'application/merge-patch+json');
  }

  /** Deletes an object; nothing happens where there is none. */
  async delete(named: Named): Promise<void> {
    const { status, body } = await this.ask('DELETE', await this.path(named), {
      propagationPolicy: 'Background',
    });
    if (status !== 404) granted(status, body);
  }

  /**
   * Kinds of all API groups but the core one as `group/version/Kind`, each with its scope, `Cluster` or `Namespaced`;
   * from the list that Go's clients look kinds up in. `/api` lists the core group.
   */
  async servedKinds(path: '/apis' | '/api' = '/apis'): Promise<ReadonlyMap<string, string>> {
    const accept = 'application/json;v=v2;g=apidiscovery.k8s.io;as=APIGroupDiscoveryList';
    const { body } = await this.ask('GET', path, undefined, undefined, accept);
    return kindsIn(body);
  }

  /** Sends a request that must be granted. */
  async send(method: string, path: string, body?: unknown, type?: string): Promise<Record<string, unknown>> {
    const answer = await this.ask(method, path, body, type);
    return granted(answer.status, answer.body);
  }

  /** Sends a request; any answer will do. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    type = 'application/json',
    accept = 'application/json',
  ): Promise<Answer> {
    const headers: Record<string, string> = { ...this.#headers, accept };
    const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    if (content !== undefined) {
      headers['content-type'] = type;
      // Node tells no length with DELETE, and the server would take the body for a further request.
      headers['content-length'] = String(content.length);
    }
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.server),
        { method, headers, agent: this.#agent },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(parts).toString()) });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // a server may end an idle connection at the moment when it is used again, and has then read nothing
        if (sent.reusedSocket && error.code === 'ECONNRESET')
          resolve(this.ask(method, path, body, type, accept));
        else reject(error);
      });
      sent.end(content);
    });
  }

  async #collection(apiVersion: string, kind: string, namespace?: string): Promise<string> {
    const { name, isNamespaced } = await this.resource(apiVersion, kind);
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    return isNamespaced && namespace !== undefined
      ? `${root}/namespaces/${namespace}/${name}`
      : `${root}/${name}`;
  }
}

function granted(status: number, body: Record<string, unknown>): Record<string, unknown> {
  if (status >= 200 && status < 300) return body;
  throw new Refusal(status, typeof body.message === 'string' ? body.message : `HTTP ${status}`);
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : { message: text };
  } catch {
    return { message: text };
  }
}
