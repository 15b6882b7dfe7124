import type { ExternalCredentials, Link } from '../topology/fleet.js';

/** Other Links that read what the credential of one is kept in. */
export interface StoreReaders {
  /** Those that read the very same property, and so the same credential. */
  readonly ofProperty: readonly Link[];
  /** Those that read other properties of the key. */
  readonly ofKey: readonly Link[];
}

/** What a pushed credential consists of; any other is one property. */
const pushedProperties: readonly string[] = ['token', 'ca'];

/** The properties of its key that a credential is kept under. */
export function propertiesOf({ push, property }: ExternalCredentials): readonly string[] {
  return push ? pushedProperties : [property];
}

/**
 * Who else reads the key that a Link's credential is kept under.
 *
 * Stores count as one by their kind and name, though clusters may have different ones of one name.
 */
export function storeReaders(link: Link, own: ExternalCredentials, links: readonly Link[]): StoreReaders {
  const properties = new Set(propertiesOf(own));
  const ofProperty: Link[] = [];
  const ofKey: Link[] = [];
  for (const other of links) {
    const { credentials } = other;
    if (other === link || credentials?.kind !== 'externalSecrets') continue;
    const { store, storeKind, key } = credentials;
    if (store !== own.store || storeKind !== own.storeKind || key !== own.key) continue;
    const isSame = propertiesOf(credentials).some((property) => properties.has(property));
    (isSame ? ofProperty : ofKey).push(other);
  }
  return { ofProperty, ofKey };
}

/** That Links read something, as a plan says it: `store → hub reads`, `edge → hub and store → hub read`. */
export function whoRead(links: readonly Link[]): string {
  const names = links.map(({ source, target }) => `${source} → ${target}`);
  return `${names.join(' and ')} ${names.length === 1 ? 'reads' : 'read'}`;
}
