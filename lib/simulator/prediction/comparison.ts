import type { PredictedMirror } from './prediction.js';

/** One mirror Service that a change of the manifests affects. */
export interface MirrorChange {
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  readonly change: 'appears' | 'vanishes' | 'changes';
  /** Which columns differ: `ports`, `endpoints`; `metadata` for labels and annotations. */
  readonly fields: readonly string[];
  readonly before?: PredictedMirror;
  readonly after?: PredictedMirror;
}

/** One mirror Service that keeps an old state, though the manifests say otherwise. */
export interface StaleMirror {
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  readonly message: string;
  /** What brings it up to date. */
  readonly until: 'the controller restarts' | 'its exported Service changes' | 'it is mended by hand';
}

/** What two sets of manifests mean for the mirrors of all sources. */
export interface Comparison {
  readonly changes: readonly MirrorChange[];
  readonly stale: readonly StaleMirror[];
}
