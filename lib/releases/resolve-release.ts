import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { releaseNameOfChart } from './chart-release-name.js';
import {
  edgeNumber,
  EDGES,
  LAST_2_14_PATCH,
  NEWEST_VERIFIED,
  OLDEST_EDGE,
  STABLE_LINES,
} from './published.js';
import { releaseNamed, type Release } from './release.js';

/** A release, or undefined with the error that says why there is none. */
export interface ResolvedRelease {
  readonly release: Release | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const SUPPORTED = `2.14 to 2.20 (\`2.18\`, \`stable-2.14.10\`), and every edge release from ${OLDEST_EDGE} on`;

const remembered = new Map<string, ResolvedRelease>();

/**
 * The release that a text names: `2.18`, `stable-2.14.10`, `version-2.19`, `edge-26.4.1`.
 *
 * A stable line stands for its last open-source release: `2.20` for edge-26.6.3, `2.14` for stable-2.14.10.
 * Reports RELEASE_MALFORMED, RELEASE_TOO_OLD and RELEASE_UNPUBLISHED (errors), RELEASE_UNVERIFIED and RELEASE_PATCH (warnings).
 */
export function resolveRelease(text: string): ResolvedRelease {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  const resolved = Object.freeze(text.startsWith('edge-') ? edge(text) : stable(text));
  remembered.set(text, resolved);
  return resolved;
}

function edge(text: string): ResolvedRelease {
  const number = edgeNumber(text);
  const month = Math.floor(number / 100) % 100;
  if (
    Number.isNaN(number) ||
    month < 1 ||
    month > 12 ||
    number % 100 < 1 ||
    `edge-${numbers(number)}` !== text
  )
    return malformed(text);
  if (STABLE_LINES.some((line) => line.edge === text))
    return { release: releaseNamed(text, text), diagnostics: [] };
  if (number < edgeNumber(OLDEST_EDGE)) return tooOld(text);
  if (number > edgeNumber(NEWEST_VERIFIED)) return unverified(text, text);
  if (!EDGES.includes(text)) return unpublished(text, number);
  return { release: releaseNamed(text, text), diagnostics: [] };
}

/** `26.8.3` for 260803: no leading zeros. */
function numbers(number: number): string {
  return `${Math.floor(number / 10_000)}.${Math.floor(number / 100) % 100}.${number % 100}`;
}

function stable(text: string): ResolvedRelease {
  const match = /^(?:stable-|version-)?(\d+)\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?$/.exec(text);
  if (match === null) return malformed(text);
  const [, major = '', minor = '', patch] = match;
  const line = `${major}.${minor}`;
  if (Number(major) < 2 || (Number(major) === 2 && Number(minor) < 14)) return tooOld(text);
  if (line === '2.14') return patch2_14(text, patch);
  const known = STABLE_LINES.find((stableLine) => stableLine.minor === line);
  if (known === undefined) return isLaterLine(line) ? unverified(text, NEWEST_VERIFIED) : malformed(text);
  const release = releaseNamed(known.edge, text);
  if (patch === undefined || patch === '0') return { release, diagnostics: [] };
  return {
    release,
    diagnostics: [
      {
        code: 'RELEASE_PATCH',
        severity: 'warning',
        message: `${text} is no open-source release, so ${known.edge} stands for it`,
        why: `the open-source project declared ${line} on ${known.edge} and published no patches of it`,
        fix: `write \`${line}\` or \`${known.edge}\``,
      },
    ],
  };
}

/** A line that may follow the known ones: `2.21`, but neither `26.8`, a part of an edge release, nor `2.180`. */
function isLaterLine(line: string): boolean {
  return /^2\.[2-9]\d$/.test(line);
}

function patch2_14(text: string, patch: string | undefined): ResolvedRelease {
  if (patch === undefined)
    return { release: releaseNamed(`stable-2.14.${LAST_2_14_PATCH}`, text), diagnostics: [] };
  if (Number(patch) <= LAST_2_14_PATCH)
    return { release: releaseNamed(`stable-2.14.${patch}`, text), diagnostics: [] };
  return failed(
    'RELEASE_UNPUBLISHED',
    `there is no release ${text}`,
    `stable-2.14.${LAST_2_14_PATCH} is the last of 2.14`,
    `write \`stable-2.14.${LAST_2_14_PATCH}\``,
  );
}

function unverified(text: string, name: string): ResolvedRelease {
  return {
    release: releaseNamed(name, text),
    diagnostics: [
      {
        code: 'RELEASE_UNVERIFIED',
        severity: 'warning',
        message: `${text} is newer than ${NEWEST_VERIFIED}, the newest release that was verified`,
        why: `objects are those of ${NEWEST_VERIFIED}; what changed since is not in them`,
        fix: 'compare the chart of that release with the last verified one, or upgrade linkspan',
      },
    ],
  };
}

function unpublished(text: string, number: number): ResolvedRelease {
  const nearest = EDGES.findLast((name) => edgeNumber(name) < number) ?? OLDEST_EDGE;
  return failed(
    'RELEASE_UNPUBLISHED',
    `there is no release ${text}`,
    `the last one before it is ${nearest}; images of ${text} do not exist`,
    `write \`${nearest}\``,
  );
}

function tooOld(text: string): ResolvedRelease {
  return failed(
    'RELEASE_TOO_OLD',
    `${text} is older than what is supported`,
    `supported are ${SUPPORTED}`,
    `write \`${OLDEST_EDGE}\` or newer, or a stable line from \`2.14\` on`,
  );
}

function malformed(text: string): ResolvedRelease {
  const meant = meantBy(text);
  return failed(
    'RELEASE_MALFORMED',
    `\`${text}\` is no Linkerd release`,
    `supported are ${SUPPORTED}`,
    meant === undefined ? `write a release such as \`${NEWEST_VERIFIED}\` or \`2.20\`` : `write \`${meant}\``,
  );
}

/** The release whose number is written without its prefix, or as the version of its chart. */
function meantBy(text: string): string | undefined {
  const name = /^\d{2}\.\d{1,2}\.\d{1,2}$/.test(text) ? `edge-${text}` : undefined;
  const meant = releaseNameOfChart(text) ?? name;
  return meant === undefined || resolveRelease(meant).release === undefined ? undefined : meant;
}

function failed(code: Diagnostic['code'], message: string, why: string, fix: string): ResolvedRelease {
  return { release: undefined, diagnostics: [{ code, severity: 'error', message, why, fix }] };
}
