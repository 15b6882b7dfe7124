import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The system's code of a failed file operation, such as `ENOSPC`; `undefined` for an error of our own. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const denied = new Set(['EACCES', 'EPERM', 'EROFS']);
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Says in the user's words why a file operation failed; errors that are no system errors are thrown on.
 *
 * Reports OUTPUT_NOT_WRITABLE, OUTPUT_DISK_FULL, OUTPUT_FAILED.
 */
export function failureDiagnostic(error: unknown, file: string, kept: string): Diagnostic {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const path =
    // a write knows no path, having a descriptor
    error instanceof Error && 'path' in error && typeof error.path === 'string' && error.path !== ''
      ? error.path
      : file;
  if (denied.has(code)) {
    return {
      code: 'OUTPUT_NOT_WRITABLE',
      severity: 'error',
      file,
      message: `${path} may not be written (${code})`,
      why: kept,
      fix: 'give this user the right to write there, or name another folder with --out',
    };
  }
  if (full.has(code)) {
    return {
      code: 'OUTPUT_DISK_FULL',
      severity: 'error',
      file,
      message: `no room to write ${path} (${code})`,
      why: kept,
      fix: 'free some space on that disk and run again',
    };
  }
  return {
    code: 'OUTPUT_FAILED',
    severity: 'error',
    file,
    message: `${path} could not be written (${code})`,
    why: kept,
    fix: 'remove what stands in the way and run again',
  };
}
