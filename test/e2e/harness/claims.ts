import { describe, inject, type TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What was seen, for the report's table. */
    evidence?: string;
  }
}

/** A suite on real control planes; skipped with the reason where this machine lacks something. */
export function describeClaims(name: string, suite: () => void): void {
  const { missing } = inject('e2e');
  if (missing === '') describe(name, suite);
  else describe.skip(`${name} (skipped: this machine lacks ${missing})`, suite);
}

/** Says what a test saw, in a few words, for the report. */
export function saw({ task }: TestContext, evidence: string): void {
  task.meta.evidence = evidence;
}
