import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import type { Manifest } from '../manifests/manifest.js';
import type { SchemaProblem } from '../schemas/problem.js';
import { validateManifest } from '../schemas/validate.js';

/**
 * What forbids writing a file: an object that its schema refuses, or a secret anywhere in its text or name.
 *
 * Schemas of the objects must have been loaded. Reports MANIFEST_INVALID and SECRET_LEAKED.
 */
export function fileDiagnostics(path: string, manifests: readonly Manifest[], text: string): Diagnostic[] {
  return [
    ...manifests.flatMap((manifest) =>
      validateManifest(manifest).map((problem) => invalid(path, manifest, problem)),
    ),
    ...leakDiagnostics(path, text, manifests),
  ];
}

function invalid(file: string, { apiVersion, kind, metadata }: Manifest, problem: SchemaProblem): Diagnostic {
  const { name, namespace } = metadata;
  return {
    code: 'MANIFEST_INVALID',
    severity: 'error',
    message: `${kind} ${name}: ${problem.path === '' ? '' : `${problem.path} `}${problem.message}`,
    why: `the schema of ${apiVersion} ${kind} refuses it, and so would the API server`,
    fix:
      problem.suggestion === undefined
        ? 'correct the value it comes from: in the values files, the fleet, or the extra manifest'
        : `did you mean ${problem.suggestion}?`,
    file,
    path: problem.path,
    object: { apiVersion, kind, name, ...(namespace !== undefined && { namespace }) },
  };
}
