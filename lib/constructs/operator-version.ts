/** What differs between versions of the External Secrets Operator. */
export interface OperatorFacts {
  /** API version of ExternalSecrets; the older one is not served from 0.17 on. */
  readonly apiVersion: 'external-secrets.io/v1' | 'external-secrets.io/v1beta1';
  /** Whether the operator's CRD would fill in `nullBytePolicy`, so that it is written out. */
  readonly defaultsNullBytePolicy: boolean;
}

/**
 * Facts of an operator version, `major.minor`.
 *
 * The other defaulted fields are written for every version: all know them.
 * @see https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go
 */
export function operatorFacts(version: string): OperatorFacts {
  let facts = known.get(version);
  if (facts === undefined) known.set(version, (facts = factsOf(version)));
  return facts;
}

/** A fleet has few versions and thousands of Links. */
const known = new Map<string, OperatorFacts>();

function factsOf(version: string): OperatorFacts {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isAtLeast = (m: number, n: number): boolean => major > m || (major === m && minor >= n);
  return {
    apiVersion: isAtLeast(0, 16) ? 'external-secrets.io/v1' : 'external-secrets.io/v1beta1',
    defaultsNullBytePolicy: isAtLeast(2, 3) && !isAtLeast(2, 7),
  };
}
