import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { HelmMap } from '../helm/value.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Release } from '../releases/release.js';
import { groupBy } from '../topology/group-by.js';
import { resolveRelease, type ResolvedRelease } from '../releases/resolve-release.js';
import type { ChartObject, ChartPart } from './chart-object.js';
import { headProblem } from './head.js';
import { hookState, plain } from './hooks.js';
import { inInstallOrder } from './install-order.js';
import { laterValues } from './later-values.js';
import { renderTemplates } from './render-chart.js';
import { asRead, valuesOf } from './values-of.js';
import type { ChartValues } from './values.js';
import { withoutNulls } from './without-nulls.js';

/** What to do with the metadata Job and its accounts, which Helm runs after an installation. */
export type Hooks = 'keep' | 'drop' | 'plain';

/** What the chart is rendered for. */
export interface ChartProps {
  /** A release as users write it, `2.18` or `edge-26.8.3`, or one already resolved. */
  readonly release: string | Release;
  /** The user's values: an object, or the text of a values file, read as Helm reads it. @default {} */
  readonly values?: ChartValues | HelmMap | string | null | undefined;
  /** The release namespace. */
  readonly namespace: string;
  /** Helm's release name. No object holds it. @default "linkerd-multicluster" */
  readonly releaseName?: string;
  /** The version that the chart was packaged with. The release's own name when absent. @example "edge-26.8.3" */
  readonly linkerdVersion?: string;
  /** `exact`: Helm's objects, hooks and nulls included. Otherwise keys that hold null are left out, and hooks as `hooks` says. @default undefined */
  readonly parity?: 'exact';
  /**
   * `drop` leaves the hooks out (label the Namespace instead), `keep` leaves them as they are, `plain` makes ordinary objects of them.
   * @default "drop"; "keep" with `parity: 'exact'`
   */
  readonly hooks?: Hooks;
  /** `any`: as the templates come, for who sorts the objects anyway. @default Helm's, "install" */
  readonly order?: 'install' | 'any';
  /** True for values that were read from files, which hold nothing strange. @default false */
  readonly areRead?: boolean;
  /** Name of the file that `values` is the text of, for diagnostics. */
  readonly file?: string;
}

/** The chart's objects, each with the template that writes it. */
export interface RenderedChart {
  readonly parts: readonly ChartPart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The chart's objects. */
export interface ChartObjects {
  readonly objects: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: readonly ChartPart[] = Object.freeze([]);

/**
 * The objects of the chart `linkerd-multicluster`, as Helm renders it for the same values and release, in Helm's order.
 *
 * Where Helm fails, and where what it makes of a value cannot be told for certain, there are no objects but an error.
 * Reports CHART_HELM_FAILS, CHART_VALUE_LATER, VALUES_UNREADABLE, and what `resolveRelease` reports.
 */
export function chartObjects(props: ChartProps): ChartObjects {
  const { parts, diagnostics } = renderChart(props);
  return { objects: parts.map((part) => part.object as ChartObject & Manifest), diagnostics };
}

/** Like `chartObjects`, with the upstream template and the controller that each object belongs to. */
export function renderChart(props: ChartProps): RenderedChart {
  const resolved = releaseOf(props.release);
  const { release } = resolved;
  if (release === undefined) return { parts: NOTHING, diagnostics: resolved.diagnostics };
  const read = props.areRead === true ? asRead(props.values) : valuesOf(props.values, props.file);
  if (hasErrors(read.diagnostics))
    return { parts: NOTHING, diagnostics: [...resolved.diagnostics, ...read.diagnostics] };
  // several objects may hold what cannot be rendered
  const refusals = new Map<string, Diagnostic>();
  const refuse = (path: string, what: string) => {
    const key = `${path} ${what}`;
    if (!refusals.has(key)) refusals.set(key, refusal(path, what, read.place(path), props.file));
  };
  const exact = props.parity === 'exact';
  const hooks = props.hooks ?? (exact ? 'keep' : 'drop');
  const { parts: rendered, hasNulls } = renderTemplates({
    release,
    values: read.values,
    namespace: props.namespace,
    linkerdVersion: props.linkerdVersion ?? release.name,
    refuse,
    needsHooks: hooks !== 'drop',
  });
  for (const { object } of rendered) {
    const problem = headProblem(object);
    if (problem !== undefined) refuse(problem.path, problem.what);
  }
  const diagnostics = [
    ...resolved.diagnostics,
    ...read.diagnostics,
    ...laterValues(release, read.values, read.place, props.file),
    ...refusals.values(),
  ];
  if (refusals.size > 0) return { parts: NOTHING, diagnostics };
  const parts = ordered(rendered, hooks, props.order);
  if (exact || !hasNulls) return { parts, diagnostics };
  return { parts: parts.map((part) => ({ ...part, object: withoutNulls(part.object) })), diagnostics };
}

/** The release that is meant. Not every caller has types to tell that a number is none. */
function releaseOf(release: unknown): ResolvedRelease {
  if (typeof release === 'string') return resolveRelease(release);
  if (typeof release === 'object' && release !== null && 'facts' in release)
    return { release: release as Release, diagnostics: [] };
  return {
    release: undefined,
    diagnostics: [
      {
        code: 'RELEASE_MALFORMED',
        severity: 'error',
        message: 'the release is no text',
        why: 'as a number, 2.20 would be 2.2',
        fix: "write it between quotes, such as '2.20'",
      },
    ],
  };
}

/** Helm's order, unless any will do: objects by kind, hooks after all others. */
function ordered(parts: readonly ChartPart[], hooks: Hooks, order: ChartProps['order']): ChartPart[] {
  if (order === 'any' && hooks === 'drop') return parts.filter(isOfRelease);
  const states = groupBy(parts, (part) => hookState(part.object));
  const hookParts = states.get('hook') ?? [];
  const others = states.get('release') ?? [];
  if (hooks === 'plain') return inInstallOrder([...others, ...hookParts.map(plain)]);
  return [...inInstallOrder(others), ...(hooks === 'keep' ? inInstallOrder(hookParts) : [])];
}

function isOfRelease({ object }: ChartPart): boolean {
  return hookState(object) === 'release';
}

function refusal(path: string, what: string, place: Place | undefined, file: string | undefined): Diagnostic {
  return {
    code: 'CHART_HELM_FAILS',
    severity: 'error',
    message: `\`${path}\` cannot be rendered`,
    why: what,
    fix: 'remove it, or write a value that the chart can render',
    path,
    ...(file !== undefined && { file }),
    ...place,
  };
}
