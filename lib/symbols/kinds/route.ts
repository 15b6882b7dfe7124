import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** One Service that a route sends to. */
export interface Backend {
  readonly name: Field<string>;
  readonly namespace?: string;
  readonly port?: number;
}

/** A route of the Gateway API or a TrafficSplit: the Services it sends requests to. */
export interface RouteSymbol extends ObjectSymbol {
  readonly backends: readonly Backend[];
  /** Fields that Gateway API 1.2.1 does not know, of a route whose parent is a Service. */
  readonly newer: readonly Field<string>[];
  /** Fields that the CRD fills in where they are left out. */
  readonly undefaulted?: readonly string[];
}

/** Reads a route of the Gateway API or of policy.linkerd.io. */
export function readRoute(object: ObjectSymbol, reader: Reader): RouteSymbol {
  const rules = reader.items('spec', 'rules');
  const isOfGatewayApi = object.apiVersion.startsWith('gateway.');
  const isOutbound = reader.items('spec', 'parentRefs').some((parent) => parent.raw('kind') === 'Service');
  return withFields(object, {
    backends: rules.flatMap((rule) =>
      rule.items('backendRefs').flatMap((backend) => {
        const name = backend.text('name');
        if (name === undefined || (backend.text('kind')?.value ?? 'Service') !== 'Service') return [];
        return [
          {
            name,
            namespace: backend.text('namespace')?.value,
            port: backend.integer('port')?.value,
          },
        ];
      }),
    ),
    newer: isOutbound && isOfGatewayApi ? rules.flatMap(newerFields) : [],
    undefaulted: isOfGatewayApi ? defaultsLeftOut(object.kind, reader, rules) : undefined,
  });
}

/**
 * What the standard channel gained after 1.2.1, which Linkerd parses routes by.
 * @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/apis/v1/httproute_types.go
 */
function newerFields(rule: Reader): readonly Field<string>[] {
  const name = rule.text('name');
  const filters = rule.items('filters').flatMap((filter) => {
    const type = filter.text('type');
    if (type?.value === 'CORS') return [type];
    const status = filter.raw('requestRedirect', 'statusCode');
    if (status === 303 || status === 307 || status === 308)
      return [filter.field(String(status), ['requestRedirect', 'statusCode'])];
    return ['fraction', 'percent']
      .filter((key) => filter.has('requestMirror', key))
      .map((key) => filter.field(key, ['requestMirror', key]));
  });
  return name === undefined ? filters : [name, ...filters];
}

/** @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.2.1/apis/v1/httproute_types.go */
function defaultsLeftOut(
  kind: string,
  reader: Reader,
  rules: readonly Reader[],
): readonly string[] | undefined {
  const lacking = (name: string, items: readonly Reader[], keys: readonly string[]) =>
    keys.filter((key) => items.some((item) => !item.has(key))).map((key) => `${name}.${key}`);
  const found = [
    ...lacking('parentRefs', reader.items('spec', 'parentRefs'), ['group', 'kind']),
    ...lacking(
      'backendRefs',
      rules.flatMap((rule) => rule.items('backendRefs')),
      ['group', 'kind', 'weight'],
    ),
    ...(kind === 'HTTPRoute' && rules.some((rule) => !rule.has('matches')) ? ['rules.matches'] : []),
  ];
  return found.length === 0 ? undefined : found;
}

/** Reads a TrafficSplit of the SMI. */
export function readTrafficSplit(object: ObjectSymbol, reader: Reader): RouteSymbol {
  return withFields(object, {
    backends: reader.items('spec', 'backends').flatMap((backend) => {
      const name = backend.text('service');
      return name === undefined ? [] : [{ name }];
    }),
    newer: [],
  });
}
