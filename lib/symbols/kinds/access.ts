import type { Field } from '../field.js';
import type { ObjectSymbol, Open } from '../object.js';
import type { Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';

/** One rule of a Role or ClusterRole. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly Field<string>[];
  readonly verbs: readonly string[];
}

/** A Role or ClusterRole. */
export interface RoleSymbol extends ObjectSymbol {
  /** Rules about what Linkerd's controllers ask for; all others are left out. */
  readonly rules: readonly AccessRule[];
  /** True for a ClusterRole whose rules a controller gathers from others. */
  readonly isAggregated?: boolean;
}

/** What mirror controllers, local mirrors and destination controllers ask API servers for. */
const asked = new Set([
  '*',
  'endpoints',
  'endpointslices',
  'events',
  'leases',
  'links',
  'links/status',
  'namespaces',
  'pods',
  'replicasets',
  'secrets',
  'servers',
  'services',
]);

/** A RoleBinding or ClusterRoleBinding. */
export interface BindingSymbol extends ObjectSymbol {
  readonly role?: Field<string>;
  readonly roleKind: string;
  readonly subjects: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

const readRules = onceForPart('rules', (reader): readonly AccessRule[] =>
  reader.items('rules').flatMap((rule) => {
    const resources = rule.strings('resources');
    if (!resources.some((each) => asked.has(each) || each.startsWith('*/'))) return [];
    return [
      {
        apiGroups: rule.strings('apiGroups'),
        resources,
        resourceNames: rule.texts('resourceNames'),
        verbs: rule.strings('verbs'),
      },
    ];
  }),
);

/** Reads a Role or ClusterRole. */
export function readRole(object: ObjectSymbol, reader: Reader): RoleSymbol {
  const role = object as Open<RoleSymbol>;
  role.rules = readRules(reader);
  role.isAggregated = reader.value.aggregationRule === undefined ? undefined : true;
  return role;
}

const readRoleRef = onceForPart('roleRef', (reader) => {
  const role = reader.under('roleRef');
  return { role: role.text('name'), roleKind: role.word('kind') ?? '' };
});

const readSubjects = onceForPart('subjects', (reader): BindingSymbol['subjects'] =>
  reader.items('subjects').map((subject) => ({
    kind: subject.word('kind') ?? '',
    name: subject.word('name') ?? '',
    namespace: subject.word('namespace'),
  })),
);

/** Reads a RoleBinding or ClusterRoleBinding. */
export function readBinding(object: ObjectSymbol, reader: Reader): BindingSymbol {
  const { role, roleKind } = readRoleRef(reader);
  const binding = object as Open<BindingSymbol>;
  binding.role = role;
  binding.roleKind = roleKind;
  binding.subjects = readSubjects(reader);
  return binding;
}
