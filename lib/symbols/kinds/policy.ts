import type { Field } from '../field.js';
import { withFields, type ObjectSymbol, type Open } from '../object.js';
import type { Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';
import { readSelector, type SelectorSymbol } from './selector.js';

/** A Server of policy.linkerd.io: pods and one port of theirs. */
export interface ServerSymbol extends ObjectSymbol {
  readonly podSelector?: SelectorSymbol;
  readonly port?: Field<string>;
  /** Who comes in where no policy says so; `deny` when absent. */
  readonly accessPolicy?: string;
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

const readServerSpec = onceForPart('spec', (reader) => {
  const spec = reader.under('spec');
  return {
    podSelector: readSelector(spec, 'podSelector'),
    port: spec.portOrName('port'),
    accessPolicy: spec.word('accessPolicy'),
  };
});

/** Reads a Server. */
export function readServer(object: ObjectSymbol, reader: Reader): ServerSymbol {
  const { podSelector, port, accessPolicy } = readServerSpec(reader);
  const server = object as Open<ServerSymbol>;
  server.podSelector = podSelector;
  server.port = port;
  server.accessPolicy = accessPolicy;
  return server;
}

const readTarget = onceForPart('targetRef', (spec) => {
  const target = spec.under('targetRef');
  return { targetKind: target.word('kind') ?? '', target: target.text('name') };
});

const readPolicySpec = onceForPart('spec', (reader) => {
  const spec = reader.under('spec');
  const { targetKind, target } = readTarget(spec);
  const authentications = spec.items('requiredAuthenticationRefs').map((reference) => ({
    kind: reference.word('kind') ?? '',
    name: reference.text('name') ?? reference.field('', ['name']),
    namespace: reference.word('namespace'),
  }));
  return { targetKind, target, authentications };
});

/** Reads an AuthorizationPolicy. */
export function readAuthorizationPolicy(object: ObjectSymbol, reader: Reader): AuthorizationPolicySymbol {
  const { targetKind, target, authentications } = readPolicySpec(reader);
  const policy = object as Open<AuthorizationPolicySymbol>;
  policy.targetKind = targetKind;
  policy.target = target;
  policy.authentications = authentications;
  return policy;
}

const readNetworks = onceForPart('spec', (reader) => ({
  cidrs: reader.items('spec', 'networks').flatMap((network) => network.text('cidr') ?? []),
}));

/** Reads a NetworkAuthentication. */
export function readNetworkAuthentication(object: ObjectSymbol, reader: Reader): NetworkAuthenticationSymbol {
  return withFields(object, readNetworks(reader));
}

const readIdentities = onceForPart('spec', (reader) => ({
  identities: reader.texts('spec', 'identities'),
  accounts: reader.items('spec', 'identityRefs').flatMap((reference) => {
    const name = reference.word('name');
    return name === undefined ? [] : [{ name, namespace: reference.word('namespace') }];
  }),
}));

/** Reads a MeshTLSAuthentication. */
export function readMeshAuthentication(object: ObjectSymbol, reader: Reader): MeshAuthenticationSymbol {
  return withFields(object, readIdentities(reader));
}
