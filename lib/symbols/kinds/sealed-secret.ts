import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import { noPlaces, places } from './secret-places.js';
import { noKeys, type SecretSymbol } from './secret.js';

/** Reads a SealedSecret: names, type and metadata of what it unseals to. */
export function readSealedSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const template = reader.sub('spec', 'template');
  return withFields(object, {
    secretName:
      template?.text('metadata', 'name') ??
      reader.text('metadata', 'name') ??
      reader.field('', ['metadata', 'name']),
    type: template?.text('type'),
    secretLabels: template === undefined ? noPlaces : places(template, 'metadata', 'labels'),
    secretAnnotations: template === undefined ? noPlaces : places(template, 'metadata', 'annotations'),
    dataKeys: [
      ...Object.keys(reader.sub('spec', 'encryptedData')?.value ?? {}),
      ...Object.keys(template?.sub('data')?.value ?? {}),
    ],
    remoteKeys: noKeys,
  });
}
