import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** An HTTPRoute or GRPCRoute: the Services it sends requests to. */
export interface RouteSymbol extends ObjectSymbol {
  readonly backends: readonly { readonly name: Field<string>; readonly namespace?: string }[];
}

/** Reads a route of the Gateway API or of policy.linkerd.io. */
export function readRoute(object: ObjectSymbol, reader: Reader): RouteSymbol {
  return {
    ...object,
    backends: reader.items('spec', 'rules').flatMap((rule) =>
      rule.items('backendRefs').flatMap((backend) => {
        const name = backend.text('name');
        if (name === undefined || (backend.text('kind')?.value ?? 'Service') !== 'Service') return [];
        return [{ name, namespace: backend.text('namespace')?.value }];
      }),
    ),
  };
}
