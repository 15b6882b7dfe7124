import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { checkManifests, type CheckManifestsOptions } from '../../lib/pipeline/check-manifests.js';
import { folder } from '../support/check-folder.js';

/** What is found in the folder of the test, as manifests that somebody else wrote. */
export function found(options: Partial<CheckManifestsOptions> = {}): readonly Diagnostic[] {
  const result = checkManifests({ folders: [folder], clusters: [], argocd: [], ...options });
  if (result.usage !== undefined) throw new Error(result.usage);
  return result.diagnostics;
}

/** Code and file of what was found, from warnings on, and of every template. */
export function told(options?: Partial<CheckManifestsOptions>): string[] {
  return found(options)
    .filter(({ code, severity }) => severity !== 'info' || code === 'FILE_TEMPLATE')
    .map(({ code, file }) => `${code} ${file?.slice(folder.length + 1) ?? ''}`);
}
