import type { Field } from '../field.js';
import type { ObjectSymbol, Open } from '../object.js';
import type { Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';

/** One version of a CustomResourceDefinition. */
export interface CrdVersion {
  readonly name: string;
  readonly isServed: boolean;
  readonly isStored: boolean;
}

/** The CustomResourceDefinition of Linkerd's own kinds. */
export interface CrdSymbol extends ObjectSymbol {
  readonly versions: readonly CrdVersion[];
  readonly group?: Field<string>;
}

const readSpec = onceForPart('spec', (reader) => ({
  group: reader.text('spec', 'group'),
  versions: reader.items('spec', 'versions').map((version) => ({
    name: version.word('name') ?? '',
    isServed: version.raw('served') === true,
    isStored: version.raw('storage') === true,
  })),
}));

/** Reads a CustomResourceDefinition of a linkerd.io group; undefined for others. */
export function readCrd(object: ObjectSymbol, reader: Reader): CrdSymbol | undefined {
  if (!object.name.endsWith('linkerd.io')) return undefined;
  const { group, versions } = readSpec(reader);
  const crd = object as Open<CrdSymbol>;
  crd.group = group;
  crd.versions = versions;
  return crd;
}
