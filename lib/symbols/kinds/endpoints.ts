import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** An address with a hostname: one host of a headless Service. */
export interface HostSymbol {
  readonly hostname: Field<string>;
  readonly isReady: boolean;
  /** True when the address names the pod behind it. */
  readonly hasTargetRef: boolean;
}

/** Endpoints of a Service, given by hand or dumped from a cluster; addresses without a hostname are left out. */
export interface EndpointsSymbol extends ObjectSymbol {
  readonly hosts: readonly HostSymbol[];
}

/** Reads Endpoints; EndpointSlices are another kind, which no mirror controller reads. */
export function readEndpoints(object: ObjectSymbol, reader: Reader): EndpointsSymbol {
  const subsets = reader.items('subsets');
  return withFields(object, {
    hosts: subsets.flatMap((subset) => [
      ...hosts(subset, 'addresses'),
      ...hosts(subset, 'notReadyAddresses'),
    ]),
  });
}

function hosts(subset: Reader, key: 'addresses' | 'notReadyAddresses'): HostSymbol[] {
  return subset.items(key).flatMap((address) => {
    const hostname = address.text('hostname');
    if (hostname === undefined || hostname.value === '') return [];
    return [
      { hostname, isReady: key === 'addresses', hasTargetRef: address.raw('targetRef') instanceof Object },
    ];
  });
}
