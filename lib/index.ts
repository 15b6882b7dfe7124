/** Linkspan as a library: everything the command does, with types. */
export type { Diagnostic, ObjectReference, Place, Related, Severity } from './diagnostics/diagnostic.js';
export type { Manifest } from './manifests/manifest.js';
