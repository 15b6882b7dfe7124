import type { ExtraFile } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { redactDiagnostic } from '../guards/redact.js';
import type { Manifest } from '../manifests/manifest.js';
import { shortened } from '../config/validate/field-text.js';
import { readDocuments } from '../symbols/documents.js';
import type { Position } from '../symbols/field.js';
import { isPlain, type Plain } from '../symbols/reader.js';
import { isNameOf, metadataKeyMistakes } from './metadata-form.js';
import { givenName, nameOf } from './name-of.js';
import { plainSecrets } from './plain-secrets.js';

/**
 * The objects of a file that a cluster's owner adds; `List` kinds are unfolded. One that is refused is among them, so
 * that all else that is wrong with it is told in the same run.
 *
 * Reports what parsing reports, EXTRA_MANIFEST_FORM also for names and keys that the API server refuses, and
 * SECRET_LEAKED for what a Secret holds as it is written.
 */
export function readExtraManifests({ file, text }: ExtraFile): {
  manifests: Manifest[];
  diagnostics: Diagnostic[];
} {
  const manifests: Manifest[] = [];
  const diagnostics: Diagnostic[] = [];
  const wrong = (
    message: string,
    place: Position = { line: 1, column: 1 },
    fix = 'write objects with apiVersion, kind and metadata.name',
  ): void => {
    diagnostics.push({
      code: 'EXTRA_MANIFEST_FORM',
      severity: 'error',
      file,
      ...place,
      message,
      why: 'it goes into the output as it stands, and Argo CD applies it',
      fix,
    });
  };
  readDocuments(
    text,
    file,
    (document) => {
      const { object, locate, prefix } = document;
      const placeOf = (...path: readonly string[]): Position => locate([...prefix, ...path]);
      const manifest = named(object, nameOf(document));
      if (givenName(object.metadata) === undefined) {
        wrong(`an object of ${file} has no name, or one that is no text`, placeOf('metadata', 'name'));
      } else if (!isNameOf(manifest)) {
        wrong(
          `${manifest.kind} cannot be called \`${shortened(manifest.metadata.name)}\``,
          placeOf('metadata', 'name'),
          'write small letters, digits and dashes, and dots where the kind takes them',
        );
      }
      manifests.push(manifest);
      for (const { path, message, fix } of metadataKeyMistakes(object))
        wrong(message, locate([...prefix, ...path], 'key'), fix);
      for (const diagnostic of plainSecrets(object, placeOf)) diagnostics.push({ ...diagnostic, file });
    },
    (diagnostic) => diagnostics.push({ ...diagnostic, severity: 'error' }),
  );
  if (manifests.length === 0 && diagnostics.length === 0) wrong(`${file} holds no Kubernetes object`);
  // messages quote what is written, which may be a secret in the wrong place
  return { manifests, diagnostics: diagnostics.map(redactDiagnostic) };
}

/** The object under the name that findings call it by. */
function named(object: Plain, name: string): Manifest {
  const { metadata } = object;
  const isNamed = isPlain(metadata) && metadata.name === name;
  const own = isPlain(metadata) ? metadata : {};
  return (isNamed ? object : { ...object, metadata: { ...own, name } }) as unknown as Manifest;
}
