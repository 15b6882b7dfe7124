import { globMatches, isGlob } from './glob.js';

/** A place that an AppProject allows, or denies with `!`; globs. */
export interface ProjectDestination {
  readonly server?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** Where objects go. A server or name that is absent is not known, and refused by nothing. */
export interface Destination {
  readonly name?: string;
  readonly server?: string;
  readonly namespace: string;
}

/**
 * The destinations of an AppProject, asked often: where none is a denial, what has no glob is looked up.
 *
 * A project that names its clusters lists each with its namespaces, and every cluster asks for its own.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/app_project_types.go
 */
export class DestinationList {
  /** Entries that have to be read one by one. */
  readonly #others: ProjectDestination[] = [];
  /** `namespace name` and `namespace server` of the rest; `namespace ` where there is any. */
  readonly #names = new Set<string>();
  readonly #servers = new Set<string>();

  private constructor(list: readonly ProjectDestination[]) {
    const hasDenial = list.some((each) => patternsOf(each).some(isDenial));
    for (const each of list) {
      const { server = '', name = '', namespace = '' } = each;
      if (hasDenial || patternsOf(each).some(isGlob)) this.#others.push(each);
      else {
        if (name !== '') this.#names.add(`${namespace} `).add(`${namespace} ${name}`);
        if (server !== '') this.#servers.add(`${namespace} `).add(`${namespace} ${server}`);
      }
    }
  }

  /** The list read once, however often it is asked. */
  static of(list: readonly ProjectDestination[]): DestinationList {
    const known = lists.get(list);
    if (known !== undefined) return known;
    const read = new DestinationList(list);
    lists.set(list, read);
    return read;
  }

  /** Whether objects may go there. */
  permits(to: Destination): boolean {
    const { namespace, name = '', server = '' } = to;
    if (namespace !== '') {
      if (to.name !== '' && this.#names.has(`${namespace} ${name}`)) return true;
      if (to.server !== '' && this.#servers.has(`${namespace} ${server}`)) return true;
    }
    return isPermitted(this.#others, to);
  }
}

const lists = new WeakMap<readonly ProjectDestination[], DestinationList>();

function isPermitted(destinations: readonly ProjectDestination[], to: Destination): boolean {
  let isPermitted = false;
  for (const { server = '', name = '', namespace = '' } of destinations) {
    const isServer = isMatched(server, to.server);
    const isName = isMatched(name, to.name);
    const isNamespace = isMatched(namespace, to.namespace);
    if ((isServer || isName) && isNamespace) isPermitted = true;
    else if ((!isName && isDenial(name)) || (!isServer && isDenial(server) && isNamespace)) return false;
    else if (!isNamespace && isDenial(namespace) && isServer) return false;
  }
  return isPermitted;
}

function isMatched(pattern: string, text: string | undefined): boolean {
  if (text === undefined) return pattern !== '';
  if (text === '') return false;
  return isDenial(pattern) ? !globMatches(pattern.slice(1), text) : globMatches(pattern, text);
}

function isDenial(pattern: string): boolean {
  return pattern.startsWith('!');
}

function patternsOf({ server = '', name = '', namespace = '' }: ProjectDestination): string[] {
  return [server, name, namespace];
}
