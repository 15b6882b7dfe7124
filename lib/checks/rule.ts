import { linkerCodes, type LinkerCode } from '../diagnostics/codes/linker/index.js';
import type { DiagnosticCode } from '../diagnostics/codes/index.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import type { Fleet } from './fleet.js';
import type { Report } from './report.js';

/** The groups that the documentation lists rules under. */
export const ruleGroups = [
  'names',
  'address',
  'access',
  'credentials',
  'modes',
  'exports',
  'trust',
  'versions',
  'controller',
  'delivery',
  'exposure',
  'reading',
  'yours',
] as const;

/** One of the groups of rules; `yours` holds rules of third parties. */
export type RuleGroup = (typeof ruleGroups)[number];

/** What few clusters have and a rule may be about. */
export type RuleSubject =
  | 'links'
  | 'gateways'
  | 'remoteAccess'
  | 'configs'
  | 'routes'
  | 'issuers'
  | 'mistyped'
  | 'duplicates'
  | 'controlPlane'
  | 'kubeconfigs';

/** What an author writes about a rule. Title and why stand in the catalogue of codes. */
export interface RuleDefinition {
  readonly group: RuleGroup;
  /** `error` only where it is certain to break. A single finding may be milder, never graver. */
  readonly severity: Severity;
  /** First release the rule holds for, of the cluster whose object is reported; all when absent. */
  readonly since?: string;
  /** First release the rule no longer holds for. */
  readonly until?: string;
  /** What to write instead, when a finding has nothing more exact. */
  readonly fix: string;
  /** Where upstream shows it, pinned to a tag. */
  readonly source: string;
  /** What somebody sees who has this mistake, in the words they search for. */
  readonly symptoms: readonly string[];
  /** The words of the program that was seen to fail on it, for mistakes reproduced on a real control plane. */
  readonly reproduced?: string;
  /** True where a real API server was seen to accept the mistake without a word. */
  readonly isSilent?: boolean;
  /**
   * How far the rule looks. What looks less far costs less memory in a large fleet; the findings are the same.
   *
   * `link`: at the name, API version and spec of each Link; what many Links share is looked at once.
   * `cluster`: at each cluster and its own Links, never at what they point to, who links to it, or Applications; it
   * runs as soon as the cluster is read. `links`: at both ends of Links too, as far as `keptOf` keeps them, and at
   * Applications. `delivery`: at Argo CD's objects and what they deliver, never at Links.
   * @default anywhere: the symbols of all clusters are kept whole
   */
  readonly reach?: 'link' | 'cluster' | 'links' | 'delivery';
  /**
   * What a rule of reach `cluster` looks for. While a fleet is read, clusters that have none of it are passed over, as
   * nearly all are.
   * @default every cluster is looked at
   */
  readonly about?: RuleSubject;
  /** Looks at the whole fleet and reports each place that breaks the rule. Must not be quadratic in clusters. */
  readonly check: (fleet: Fleet, report: Report) => void;
}

/** A rule of the linker: one code, one idea. */
export interface Rule extends RuleDefinition {
  readonly code: DiagnosticCode;
  /** The mistake in a few words. */
  readonly title: string;
  /** What happens at run time if it is ignored. */
  readonly why: string;
}

/** A rule of ours: title and why come from the catalogue, so that each is written once. */
export function rule(code: LinkerCode, definition: RuleDefinition): Rule {
  return { code, ...linkerCodes[code], ...definition };
}
