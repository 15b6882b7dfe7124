import type { ReleaseFacts } from './facts.js';
import { edgeNumber } from './published.js';
import { ORIGIN } from './origin.js';
import { TIMELINE, type Change } from './timeline.js';

/** A point on the timeline: what a Linkerd release is made of. */
export interface Release {
  /** As users write it in an image tag: `edge-26.8.3`, `stable-2.14.10`; for a line such as `2.18` its edge release. */
  readonly name: string;
  /** What the user wrote. */
  readonly written: string;
  readonly facts: ReleaseFacts;
  /** The change that brings a value to the chart, when this release does not have it yet. */
  lacks(value: string): Change | undefined;
  /** Values that take effect in later releases alone, none a part of another, with the change that brings each. */
  readonly laterValues: readonly LaterValue[];
  /** Options of a Link that take effect in later releases alone, with the change that brings each. */
  readonly laterLinkOptions: readonly { readonly option: string; readonly change: Change }[];
}

/** A value that takes effect in later releases alone. */
interface LaterValue {
  readonly value: string;
  readonly change: Change;
  /** True where the chart's own values hold it already. */
  readonly isHeld: boolean;
}

/** A release of stable 2.14 stands before all edge releases; its patches brought some changes early. */
function includes(name: string, change: Change): boolean {
  const patch = /^stable-2\.14\.(\d+)$/.exec(name)?.[1];
  if (patch === undefined) return edgeNumber(change.edge) <= edgeNumber(name);
  const since = /^2\.14\.(\d+)$/.exec(change.stable ?? '')?.[1];
  return since !== undefined && Number(since) <= Number(patch);
}

/** True for a part of another value: one warning is enough for both. */
function isBelow(value: string, other: string): boolean {
  return value.startsWith(`${other}.`) || value.startsWith(`${other}[]`);
}

const releases = new Map<string, Release>();

/** The release of a name that is known to be one: everything on the timeline up to it. */
export function releaseNamed(name: string, written: string): Release {
  const key = `${name} ${written}`;
  const remembered = releases.get(key);
  if (remembered !== undefined) return remembered;
  const facts = TIMELINE.filter((change) => includes(name, change)).reduce<ReleaseFacts>(
    (before, change) => ({ ...before, ...change.facts }),
    ORIGIN,
  );
  const later = TIMELINE.filter((change) => !includes(name, change));
  const all = later.flatMap((change): LaterValue[] => [
    ...(change.values ?? []).map((value) => ({ value, change, isHeld: false })),
    ...(change.valuesRead ?? []).map((value) => ({ value, change, isHeld: true })),
  ]);
  const laterValues = all.filter(({ value }) => !all.some((other) => isBelow(value, other.value)));
  const laterLinkOptions = later.flatMap((change) =>
    (change.linkOptions ?? []).map((option) => ({ option, change })),
  );
  const release: Release = {
    name,
    written,
    facts: Object.freeze(facts),
    laterValues,
    laterLinkOptions,
    lacks: (value) =>
      laterValues.find((later) => value === later.value || value.startsWith(`${later.value}.`))?.change,
  };
  releases.set(key, release);
  return release;
}
