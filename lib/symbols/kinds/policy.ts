import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import { readSelector, type SelectorSymbol } from './selector.js';

/** A Server of policy.linkerd.io: pods and one port of theirs. */
export interface ServerSymbol extends ObjectSymbol {
  readonly podSelector?: SelectorSymbol;
  readonly port?: Field<string>;
}

/** A reference of an AuthorizationPolicy to who may come in. */
export interface AuthenticationReference {
  readonly kind: string;
  readonly name: Field<string>;
  readonly namespace?: string;
}

/** An AuthorizationPolicy of policy.linkerd.io. */
export interface AuthorizationPolicySymbol extends ObjectSymbol {
  readonly targetKind: string;
  readonly target?: Field<string>;
  readonly authentications: readonly AuthenticationReference[];
}

/** A NetworkAuthentication: the networks that may come in. */
export interface NetworkAuthenticationSymbol extends ObjectSymbol {
  readonly cidrs: readonly Field<string>[];
}

/** A MeshTLSAuthentication: the identities and accounts that may come in. */
export interface MeshAuthenticationSymbol extends ObjectSymbol {
  readonly identities: readonly Field<string>[];
  readonly accounts: readonly { readonly name: string; readonly namespace?: string }[];
}

/** Reads a Server. */
export function readServer(object: ObjectSymbol, reader: Reader): ServerSymbol {
  const spec = reader.under('spec');
  return withFields(object, {
    podSelector: readSelector(spec, 'podSelector'),
    port: spec.portOrName('port'),
  });
}

/** Reads an AuthorizationPolicy. */
export function readAuthorizationPolicy(object: ObjectSymbol, reader: Reader): AuthorizationPolicySymbol {
  const spec = reader.under('spec');
  const target = spec.under('targetRef');
  return withFields(object, {
    targetKind: target.word('kind') ?? '',
    target: target.text('name'),
    authentications: spec.items('requiredAuthenticationRefs').map((reference) => ({
      kind: reference.word('kind') ?? '',
      name: reference.text('name') ?? reference.field('', ['name']),
      namespace: reference.word('namespace'),
    })),
  });
}

/** Reads a NetworkAuthentication. */
export function readNetworkAuthentication(object: ObjectSymbol, reader: Reader): NetworkAuthenticationSymbol {
  return withFields(object, {
    cidrs: reader.items('spec', 'networks').flatMap((network) => network.text('cidr') ?? []),
  });
}

/** Reads a MeshTLSAuthentication. */
export function readMeshAuthentication(object: ObjectSymbol, reader: Reader): MeshAuthenticationSymbol {
  return withFields(object, {
    identities: reader.texts('spec', 'identities'),
    accounts: reader.items('spec', 'identityRefs').flatMap((reference) => {
      const name = reference.word('name');
      return name === undefined ? [] : [{ name, namespace: reference.word('namespace') }];
    }),
  });
}
