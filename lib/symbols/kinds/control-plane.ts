import { parseYaml } from '../../helm/parse-yaml.js';
import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import { isPlain, Reader } from '../reader.js';

/** Facts of a cluster's control plane, from the values that the ConfigMap `linkerd-config` holds. */
export interface ControlPlaneSymbol extends ObjectSymbol {
  readonly clusterDomain?: Field<string>;
  readonly trustDomain?: Field<string>;
  readonly trustAnchorsPem?: Field<string>;
  readonly version?: Field<string>;
  readonly defaultInboundPolicy?: Field<string>;
  readonly inboundPort?: Field<number>;
  readonly adminPort?: Field<number>;
  readonly probeNetworks?: readonly Field<string>[];
}

/** The trust anchors that proxies are given: ConfigMap `linkerd-identity-trust-roots`, of the chart or of trust-manager. */
export interface TrustRootsSymbol extends ObjectSymbol {
  readonly pem?: Field<string>;
}

/** Reads `linkerd-identity-trust-roots`. */
export function readTrustRoots(object: ObjectSymbol, reader: Reader): TrustRootsSymbol {
  return withFields(object, { pem: reader.text('data', 'ca-bundle.crt') });
}

/** Reads `linkerd-config`. Its values are YAML in a text; each field has the place of its line there. */
export function readControlPlane(object: ObjectSymbol, reader: Reader): ControlPlaneSymbol {
  const text = reader.text('data', 'values');
  if (text === undefined) return object;
  let data: unknown;
  try {
    data = parseYaml(partsOf(text.value), { logLevel: 'silent' }).toJS({ maxAliasCount: 100 });
  } catch {
    // the place of the ConfigMap is enough: a rule reports a control plane without facts
    return object;
  }
  if (!isPlain(data)) return object;
  const lines = text.line === 0 ? [] : text.value.split('\n');
  const values = new Reader(data, [], (path) => {
    const key = path[path.length - 1];
    const at = lines.findIndex((line) => line.trimStart().startsWith(`${String(key)}:`));
    return at < 0 ? text : { line: text.line + 1 + at, column: text.column };
  });
  const rename = <T>(field: Field<T> | undefined): Field<T> | undefined =>
    field && { ...field, path: `data.values: ${field.path}` };
  return withFields(object, {
    clusterDomain: rename(values.text('clusterDomain')),
    trustDomain: rename(values.text('identityTrustDomain')),
    trustAnchorsPem: rename(values.text('identityTrustAnchorsPEM')),
    version: rename(values.text('linkerdVersion')),
    defaultInboundPolicy: rename(values.text('proxy', 'defaultInboundPolicy')),
    inboundPort: rename(values.integer('proxy', 'ports', 'inbound')),
    adminPort: rename(values.integer('proxy', 'ports', 'admin')),
    ...(values.has('policyController', 'probeNetworks')
      ? {
          probeNetworks: values
            .texts('policyController', 'probeNetworks')
            .flatMap((field) => rename(field) ?? []),
        }
      : {}),
  });
}

const wanted =
  /^(clusterDomain|identityTrustDomain|identityTrustAnchorsPEM|linkerdVersion|proxy|policyController):/;

/** The parts of the values that hold facts: parsing all of them would double the cost of a control plane. */
function partsOf(values: string): string {
  if (/^\s*[{"]/.test(values)) return values;
  let isWanted = false;
  return values
    .split('\n')
    .filter((line) => {
      if (/^[^\s#]/.test(line)) isWanted = wanted.test(line);
      return isWanted;
    })
    .join('\n');
}
