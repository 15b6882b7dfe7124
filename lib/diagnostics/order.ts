import type { Diagnostic } from './diagnostic.js';

/** Compares text by code units: the same order on any machine, in any locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Diagnostics in reading order: by file, line, column, then code and message; equal ones once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      byCodeUnits(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      byCodeUnits(a.code, b.code) ||
      byCodeUnits(a.message, b.message) ||
      byCodeUnits(a.cluster ?? '', b.cluster ?? '') ||
      byCodeUnits(a.path ?? '', b.path ?? ''),
  );
  return sorted.filter((d, i) => {
    const previous = sorted[i - 1];
    return previous === undefined || JSON.stringify(previous) !== JSON.stringify(d);
  });
}
