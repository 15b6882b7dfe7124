import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** What issues identities in a cluster: its Secret, or the Certificate of cert-manager that will make it. */
export interface IssuerSymbol extends ObjectSymbol {
  /** The certificate itself, with its chain, where the file holds it. Never its key. */
  readonly pem?: Field<string>;
  /** Names that a Certificate asks for. */
  readonly names: readonly Field<string>[];
  /** Whether a Certificate is one of an authority; undefined for a Secret. */
  readonly isAuthority?: boolean;
}

const secretName = 'linkerd-identity-issuer';

/** Reads the issuer's Secret; undefined for any other. */
export function readIssuerSecret(object: ObjectSymbol, reader: Reader): IssuerSymbol | undefined {
  if (object.name !== secretName) return undefined;
  for (const key of ['tls.crt', 'crt.pem']) {
    const text = reader.text('stringData', key);
    const data = reader.text('data', key);
    const pem =
      text ??
      (data === undefined
        ? undefined
        : { ...data, value: Buffer.from(data.value, 'base64').toString('utf8') });
    if (pem?.value.includes('BEGIN CERTIFICATE') === true) return { ...object, pem, names: [] };
  }
  return undefined;
}

/** Reads the issuer's Certificate; undefined for any other. */
export function readIssuerCertificate(object: ObjectSymbol, reader: Reader): IssuerSymbol | undefined {
  if (reader.raw('spec', 'secretName') !== secretName) return undefined;
  const common = reader.text('spec', 'commonName');
  return {
    ...object,
    names: [...(common === undefined ? [] : [common]), ...reader.texts('spec', 'dnsNames')],
    isAuthority: reader.raw('spec', 'isCA') === true,
  };
}
