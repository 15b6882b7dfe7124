import type { FieldPath } from './loaded-config.js';

/** Lets a release such as an unquoted `2.20` be the text as written, not the number 2.2. */
export function keepReleaseAsWritten(
  data: unknown,
  spellingOf: (path: FieldPath) => string | undefined,
): void {
  const linkerd = isMapping(data) ? data.linkerd : undefined;
  if (!isMapping(linkerd) || typeof linkerd.release !== 'number') return;
  linkerd.release = spellingOf(['linkerd', 'release']) ?? String(linkerd.release);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
