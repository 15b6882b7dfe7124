import type { AccessRule } from '../symbols/kinds/access.js';

/** One thing an account has to be allowed to do. */
export interface AccessNeed {
  readonly verbs: readonly string[];
  /** API group, empty for the core one. */
  readonly group: string;
  /** Plural, with its subresource if any: `links/status`. */
  readonly resource: string;
  /** The namespace it is asked for in; in all of them when absent. */
  readonly namespace?: string;
  /** The one object it is asked for; any when absent. */
  readonly name?: string;
}

/** Most lists of needs that are remembered at once. */
const mostLists = 64;

/** Bits of a number. */
const mostVerbs = 30;

/**
 * What a binding grants: the rules of its role, in one namespace or everywhere.
 *
 * Most clusters of a fleet have the same roles, with rules that they share: what these grant is found once.
 */
export class Granting {
  readonly #granted = new Map<readonly AccessNeed[], number>();

  private constructor(
    private readonly rules: readonly AccessRule[],
    private readonly namespace: string | undefined,
  ) {}

  /** @param namespace where a RoleBinding grants them; everywhere when undefined */
  static of(rules: readonly AccessRule[], namespace: string | undefined): Granting {
    const known = grantings.get(rules);
    for (const earlier of known ?? []) if (earlier.namespace === namespace) return earlier;
    const granting = new Granting(rules, namespace);
    if (known === undefined) grantings.set(rules, [granting]);
    else known.push(granting);
    return granting;
  }

  /** True when it grants a verb of a need. */
  has(need: AccessNeed, verb: string): boolean {
    if (this.namespace !== undefined && this.namespace !== need.namespace) return false;
    for (const rule of this.rules) if (concerns(rule, need) && has(rule.verbs, verb)) return true;
    return false;
  }

  /** A bit for each verb of each need, set where it is granted; of at most 30 verbs. */
  verbsOf(needs: readonly AccessNeed[]): number {
    const known = this.#granted.get(needs);
    if (known !== undefined) return known;
    let granted = 0;
    let bit = 1;
    for (const need of needs) {
      for (const verb of need.verbs) {
        if (this.has(need, verb)) granted |= bit;
        bit <<= 1;
      }
    }
    if (this.#granted.size >= mostLists) this.#granted.clear();
    this.#granted.set(needs, granted);
    return granted;
  }
}

const grantings = new WeakMap<readonly AccessRule[], Granting[]>();

/** Whether several together grant all of some needs. */
export function grantAll(grantings: readonly Granting[], needs: readonly AccessNeed[]): boolean {
  let verbs = 0;
  for (const need of needs) verbs += need.verbs.length;
  if (verbs > mostVerbs)
    return needs.every((need) =>
      need.verbs.every((verb) => grantings.some((granting) => granting.has(need, verb))),
    );
  let granted = 0;
  for (const granting of grantings) granted |= granting.verbsOf(needs);
  return granted === 2 ** verbs - 1;
}

/**
 * Whether a rule is about what is needed, whatever its verbs.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/rbac/validation/policy_comparator.go
 */
function concerns(rule: AccessRule, need: AccessNeed): boolean {
  const slash = need.resource.indexOf('/');
  return (
    has(rule.apiGroups, need.group) &&
    (has(rule.resources, need.resource) ||
      (slash > 0 && rule.resources.includes(`*${need.resource.slice(slash)}`))) &&
    (rule.resourceNames.length === 0 ||
      (need.name !== undefined && rule.resourceNames.some(({ value }) => value === need.name)))
  );
}

function has(list: readonly string[], value: string): boolean {
  return list.includes(value) || list.includes('*');
}
