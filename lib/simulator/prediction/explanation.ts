import type { MissingMirror, MissingReason } from './prediction.js';

/** What explains a missing mirror, before it is told of whom. */
export type Explanation = Pick<MissingMirror, 'reason' | 'message' | 'fix' | 'place'> & {
  readonly isCertain?: boolean;
  readonly isMade?: boolean;
};

/** An explanation, with its place if anybody knows it. */
export function explain(
  reason: MissingReason,
  message: string,
  fix: string,
  place: MissingMirror['place'],
): Explanation {
  return place === undefined ? { reason, message, fix } : { reason, message, fix, place };
}
