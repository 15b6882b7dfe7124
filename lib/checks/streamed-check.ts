import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { ClusterSymbols, Directive } from '../symbols/cluster-symbols.js';
import { argocdFleetOf, holdsForArgocd } from './argocd-files.js';
import { conclude, isMilder, type CheckOptions, type Found } from './check.js';
import type { ClusterView } from './cluster-view.js';
import { deliveryOf, DeliveryFleet } from './delivery-fleet.js';
import { factsFinder, type FleetFacts } from './facts.js';
import { type Fleet, fleetOfViews } from './fleet.js';
import { JudgedLinks } from './judged-links.js';
import { keptOf } from './kept.js';
import { MissingFacts } from './missing-facts.js';
import { ownFleetOf, partOf } from './own-fleet.js';
import { reportFor, type Report } from './report.js';
import type { Rule, RuleSubject } from './rule.js';
import { thoseWith } from './rule-subjects.js';
import { softened } from './soften.js';
import { rules as ourRules } from './rules/index.js';
import { viewOf } from './view-of.js';

interface Reporting {
  readonly rule: Rule;
  /** The rule's own; rules have many shapes, and are asked a hundred thousand times. */
  readonly check: Rule['check'];
  readonly report: Report;
}

/** Rules of reach `cluster` that are about the same, in the order of all rules. */
interface NearRules {
  readonly about: RuleSubject | undefined;
  readonly rules: readonly Reporting[];
  /** Those whose findings are worth telling where no comment could suppress one. */
  readonly told: readonly Reporting[];
}

/** Objects whose clusters are looked at together, rule by rule: a processor that goes on with one rule is faster. */
const objectsAtOnce = 250;

/**
 * The linker for a fleet whose clusters stream by: what can be told of a cluster alone is told at once, and only what
 * the two ends of Links compare is kept. The findings are those of `check`.
 */
export class StreamedCheck {
  readonly #facts: FleetFacts;
  readonly #factsOf: ReturnType<typeof factsFinder>;
  /** Those whose Links are not looked at yet. */
  #kept: ClusterView[] = [];
  /** What is left of the others. */
  #linked: ClusterView[] = [];
  readonly #found: Found[] = [];
  readonly #missing = new MissingFacts();
  readonly #near: readonly NearRules[];
  readonly #ofLinks: readonly Reporting[];
  readonly #far: readonly Rule[];
  readonly #ofDelivery: readonly Rule[];
  readonly #judged = new JudgedLinks();
  readonly #isKeptWhole: boolean;
  readonly #options: Omit<CheckOptions, 'facts' | 'others'>;
  readonly #suppressed: ReadonlySet<string>;
  /** Clusters that no rule has looked at yet. */
  #waiting: ClusterView[] = [];
  /** How many objects those hold. */
  #objects = 0;
  /** The clusters that rules of reach `cluster` look at. */
  #own: Fleet | undefined;
  readonly #directives: Directive[] = [];
  #hasDirectives = false;
  #told = 0;

  constructor(facts: FleetFacts, options: Omit<CheckOptions, 'facts' | 'others'> = {}) {
    const rules = [...ourRules, ...(options.rules ?? [])];
    this.#facts = facts;
    this.#factsOf = factsFinder(facts);
    this.#options = options;
    this.#suppressed = new Set(options.suppressions?.map(({ code }) => code));
    this.#far = rules.filter(({ reach }) => reach === 'links' || reach === undefined);
    this.#ofDelivery = rules.filter(({ reach }) => reach === 'delivery');
    this.#isKeptWhole = this.#far.some(({ reach }) => reach === undefined);
    const reporting = (rule: Rule): Reporting => ({
      rule,
      check: rule.check.bind(rule),
      report: this.#reportOf(rule, (cluster) => this.#own?.view(cluster)?.release),
    });
    const near = rules.filter(({ reach }) => reach === 'cluster').map(reporting);
    this.#near = [...new Set(near.map(({ rule }) => rule.about))].map((about) => {
      const ofSubject = near.filter(({ rule }) => rule.about === about);
      return {
        about,
        rules: ofSubject,
        told: ofSubject.filter(({ rule }) => !this.#isMoot(rule, rule.severity)),
      };
    });
    this.#ofLinks = rules.filter(({ reach }) => reach === 'link').map(reporting);
  }

  /** Takes the symbols of a cluster over. */
  addCluster(symbols: ClusterSymbols): void {
    this.#waiting.push(viewOf(symbols, this.#facts, this.#factsOf(symbols.name)));
    this.#objects += symbols.objectCount;
    if (this.#objects >= objectsAtOnce) this.#askWaiting();
  }

  /** Asks what can be told of each cluster alone, and keeps the rest of it. */
  #askWaiting(): void {
    const views = this.#waiting;
    if (views.length === 0) return;
    this.#waiting = [];
    this.#objects = 0;
    const fleet = ownFleetOf(views, this.#facts);
    this.#own = fleet;
    this.#hasDirectives = views.some(({ symbols }) => symbols.directives.length > 0);
    for (const { about, rules, told } of this.#near) {
      const concerned = about === undefined ? fleet : thoseWith(about, fleet);
      if (concerned === undefined) continue;
      for (const { check, report } of this.#hasDirectives ? rules : told) check(concerned, report);
    }
    for (const view of views) this.#checkLinks(view, fleet);
    for (const view of views) this.#kept.push(this.#isKeptWhole ? view : keptOf(view));
  }

  #checkLinks(view: ClusterView, fleet: Fleet): void {
    const edges = fleet.edges.filter(({ source, link }) => source === view && !this.#judged.isSound(link));
    if (edges.length === 0) return;
    const told = this.#told;
    const concerned = partOf(fleet, [view], edges);
    for (const { check, report } of this.#ofLinks) check(concerned, report);
    if (this.#told === told) for (const { link } of edges) this.#judged.note(link);
  }

  /**
   * Looks at the clusters that were added since the last region, which nothing of the others has to do with: no Link joins
   * them, no key, server or address is common to them, and they hold no objects of Argo CD. Of them only what is delivered
   * is kept. `applications` are those of the whole fleet.
   */
  linkRegion(applications?: ClusterSymbols): void {
    this.#askWaiting();
    if (!this.#isKeptWhole) this.#linkKept(applications);
  }

  /** Looks at all that is left to look at, when all clusters were added; what was kept of them is dropped. */
  link(argocd?: ClusterSymbols): void {
    this.#askWaiting();
    this.#note(argocd?.directives ?? []);
    this.#linkKept(argocd);
    if (argocd !== undefined && argocd.duplicates.length > 0) {
      const own = (this.#own = argocdFleetOf(argocd, this.#facts));
      for (const { rule, check, report } of this.#near.flatMap((near) => near.rules))
        if (holdsForArgocd(rule)) check(own, report);
    }
    const clusters = this.#linked.sort((a, b) => byCodeUnits(a.name, b.name));
    this.#linked = [];
    this.#ask(this.#ofDelivery, new DeliveryFleet(clusters, this.#facts, argocd));
  }

  #linkKept(argocd: ClusterSymbols | undefined): void {
    const fleet = fleetOfViews(this.#kept, this.#facts, argocd);
    this.#note(fleet.clusters.flatMap(({ symbols }) => symbols.directives));
    this.#ask(this.#far, fleet);
    for (const view of this.#kept) this.#linked.push(deliveryOf(view));
    this.#kept = [];
  }

  #note(directives: readonly Directive[]): void {
    this.#directives.push(...directives);
    this.#hasDirectives = this.#directives.length > 0;
  }

  #ask(rules: readonly Rule[], fleet: Fleet): void {
    for (const rule of rules) {
      if (this.#isMoot(rule, rule.severity)) continue;
      rule.check(
        fleet,
        this.#reportOf(rule, (cluster) => fleet.view(cluster)?.release, fleet),
      );
    }
  }

  /** Every finding, once the fleet is linked, and those of `others` that nothing suppresses. */
  findings(others: readonly Diagnostic[] = []): Diagnostic[] {
    return conclude(this.#found, this.#missing, this.#directives, { ...this.#options, others });
  }

  /** True for a finding too mild to be told that is of no use to a suppression either, as no other shows one is used. */
  #isMoot({ code }: Rule, severity: Severity): boolean {
    return (
      isMilder(severity, this.#options.severity ?? 'info') &&
      !this.#hasDirectives &&
      !this.#suppressed.has(code)
    );
  }

  #reportOf(rule: Rule, releaseOf: (cluster: string) => number | undefined, fleet?: Fleet): Report {
    return reportFor(
      rule,
      releaseOf,
      (diagnostic, object) => {
        this.#found.push({
          diagnostic: fleet === undefined ? diagnostic : softened(diagnostic, rule, fleet),
          object,
        });
      },
      (fact, cluster, place) => {
        this.#told++;
        this.#missing.add(fact, cluster, place);
      },
      (severity) => {
        this.#told++;
        return this.#isMoot(rule, severity);
      },
    );
  }
}
