import type { ExtraFile } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { redactDiagnostic } from '../guards/redact.js';
import type { Manifest } from '../manifests/manifest.js';
import { readDocuments } from '../symbols/documents.js';

/**
 * The objects of a file that a cluster's owner adds; `List` kinds are unfolded.
 *
 * Reports what parsing reports, and EXTRA_MANIFEST_FORM.
 */
export function readExtraManifests({ file, text }: ExtraFile): {
  manifests: Manifest[];
  diagnostics: Diagnostic[];
} {
  const manifests: Manifest[] = [];
  const diagnostics: Diagnostic[] = [];
  const wrong = (message: string): void => {
    diagnostics.push({
      code: 'EXTRA_MANIFEST_FORM',
      severity: 'error',
      file,
      message,
      why: 'it goes into the output as it stands, and Argo CD applies it',
      fix: 'write objects with apiVersion, kind and metadata.name',
    });
  };
  readDocuments(
    text,
    file,
    ({ object }) => {
      if (isManifest(object)) manifests.push(object);
      else wrong(`an object of ${file} has no name`);
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
