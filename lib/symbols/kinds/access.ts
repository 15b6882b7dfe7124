import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** One rule of a Role or ClusterRole. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly Field<string>[];
  readonly verbs: readonly string[];
}

/** A Role or ClusterRole. */
export interface RoleSymbol extends ObjectSymbol {
  /** Rules about Secrets; all others are left out. */
  readonly rules: readonly AccessRule[];
}

/** A RoleBinding or ClusterRoleBinding. */
export interface BindingSymbol extends ObjectSymbol {
  readonly role?: Field<string>;
  readonly roleKind: string;
  readonly subjects: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

/** Reads a Role or ClusterRole. */
export function readRole(object: ObjectSymbol, reader: Reader): RoleSymbol {
  return {
    ...object,
    rules: reader.items('rules').flatMap((rule) => {
      const resources = rule.texts('resources').map((field) => field.value);
      if (!resources.includes('secrets') && !resources.includes('*')) return [];
      return [
        {
          apiGroups: rule.texts('apiGroups').map((field) => field.value),
          resources,
          resourceNames: rule.texts('resourceNames'),
          verbs: rule.texts('verbs').map((field) => field.value),
        },
      ];
    }),
  };
}

/** Reads a RoleBinding or ClusterRoleBinding. */
export function readBinding(object: ObjectSymbol, reader: Reader): BindingSymbol {
  return {
    ...object,
    role: reader.text('roleRef', 'name'),
    roleKind: reader.text('roleRef', 'kind')?.value ?? '',
    subjects: reader.items('subjects').map((subject) => ({
      kind: subject.text('kind')?.value ?? '',
      name: subject.text('name')?.value ?? '',
      namespace: subject.text('namespace')?.value,
    })),
  };
}
