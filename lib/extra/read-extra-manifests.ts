import type { ExtraFile } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { redactDiagnostic } from '../guards/redact.js';
import type { Manifest } from '../manifests/manifest.js';
import { shortened } from '../config/validate/field-text.js';
import { readDocuments } from '../symbols/documents.js';
import type { Position } from '../symbols/field.js';
import { isNameOf, metadataKeyMistakes } from './metadata-form.js';
import { plainSecrets } from './plain-secrets.js';

/**
 * The objects of a file that a cluster's owner adds; `List` kinds are unfolded.
 *
 * Reports what parsing reports, EXTRA_MANIFEST_FORM also for names and keys that the API server refuses, and SECRET_LEAKED for what a Secret holds as it is written.
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
    ({ object, locate, prefix }) => {
      const placeOf = (...path: readonly string[]): Position => locate([...prefix, ...path]);
      if (!isManifest(object)) {
        wrong(`an object of ${file} has no name, or one that is no text`, placeOf('metadata', 'name'));
      } else if (!isNameOf(object)) {
        wrong(
          `${object.kind} cannot be called \`${shortened(object.metadata.name)}\``,
          placeOf('metadata', 'name'),
          'write small letters, digits and dashes, and dots where the kind takes them',
        );
      } else manifests.push(object);
      for (const { path, message, fix } of metadataKeyMistakes(object)) wrong(message, placeOf(...path), fix);
      for (const diagnostic of plainSecrets(object, placeOf)) diagnostics.push({ ...diagnostic, file });
    },
    (diagnostic) => diagnostics.push({ ...diagnostic, severity: 'error' }),
  );
  if (manifests.length === 0 && diagnostics.length === 0) wrong(`${file} holds no Kubernetes object`);
  // messages quote what is written, which may be a secret in the wrong place
  return { manifests, diagnostics: diagnostics.map(redactDiagnostic) };
}

function isManifest(object: unknown): object is Manifest {
  const { metadata } = object as { metadata?: unknown };
  const name =
    typeof metadata === 'object' && metadata !== null ? (metadata as { name?: unknown }).name : undefined;
  return typeof name === 'string' && name !== '';
}
