import type { Place } from '../../diagnostics/diagnostic.js';
import { linkViews, runSource, takeFleetInventory, type PredictionInput } from '../prediction/predict.js';
import type { Inventory } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import { ChainParts } from './chain-parts.js';
import { clientStep } from './client-step.js';
import { credentialSteps } from './credential-steps.js';
import { findService, type ServiceQuery } from './find-service.js';
import { gatewaySteps } from './gateway-steps.js';
import { linkerSteps, withLinkerSteps } from './linker-steps.js';
import { linkerView } from './linker-view.js';
import { mirrorSteps } from './mirror-steps.js';
import { scraperStep } from './scraper-step.js';
import { networkSteps } from './network-step.js';
import { policySteps } from './policy-steps.js';

/** Who calls: a workload, or anything in a Namespace of the source. */
export interface Caller {
  readonly source: string;
  readonly namespace: string;
  readonly workload?: string;
}

/** One link of the chain between caller and Service. */
export interface ReachStep {
  /** What has to hold: `exported`, `gateway identity`. */
  readonly check: string;
  readonly verdict: 'yes' | 'no' | 'unknown';
  readonly message: string;
  readonly fix?: string;
  readonly place?: Place;
}

/** Whether a caller reaches a Service, and the chain that says so. */
export interface ReachAnswer {
  readonly answer: 'yes' | 'no' | 'cannot tell';
  /** What the caller has to dial: `web-east.shop.svc:80`. */
  readonly address?: string;
  /** In the order of the chain. */
  readonly steps: readonly ReachStep[];
}

function conclude(steps: readonly ReachStep[], address?: string): ReachAnswer {
  const has = (verdict: ReachStep['verdict']): boolean => steps.some((step) => step.verdict === verdict);
  const answer = has('no') ? 'no' : has('unknown') ? 'cannot tell' : 'yes';
  return address === undefined ? { answer, steps } : { answer, address, steps };
}

/** The Link through which the source sees the target: the one that selects the Service, else the first. */
function chooseLink(
  views: readonly LinkView[],
  target: Inventory,
  labels: Readonly<Record<string, string>>,
): LinkView | undefined {
  const candidates = views.filter((view) => view.target === target);
  const selecting = candidates.find((v) => v.isExported(labels) || v.isFlat(labels) || v.isFederated(labels));
  return selecting ?? candidates[0];
}

/**
 * Says whether a caller in one cluster reaches a Service of another, from manifests alone.
 *
 * The chain ends early where nothing more can be asked. What no manifest tells makes the answer `cannot tell`,
 * never yes.
 */
export function reach(input: PredictionInput, caller: Caller, query: ServiceQuery): ReachAnswer {
  const fleet = takeFleetInventory(input);
  const byName = (name: string): Inventory | undefined =>
    fleet.clusters.find((cluster) => cluster.name === (input.aliases?.[name] ?? name));
  const source = byName(caller.source);
  const target = byName(query.target);
  const missing = [
    source === undefined ? caller.source : '',
    target === undefined ? query.target : '',
  ].filter((n) => n !== '');
  if (source === undefined || target === undefined) {
    const known = fleet.clusters.map(({ name }) => name).join(', ');
    const message = `no manifests of ${missing.join(' and ')} are given; known are ${known === '' ? 'none' : known}`;
    return conclude([{ check: 'clusters', verdict: 'unknown', message, fix: 'pass `--cluster NAME=PATH`' }]);
  }
  const found = findService(target, query, caller.namespace);
  if ('verdict' in found) return conclude([found]);
  const { metadata } = found.service;
  if (source === target) {
    const address = `${metadata.name}.${metadata.namespace}.svc`;
    return conclude(
      [{ check: 'clusters', verdict: 'yes', message: 'both are in one cluster; no Link is needed' }],
      address,
    );
  }
  const views = linkViews(fleet, source);
  const view = chooseLink(views, target, metadata.labels);
  if (view === undefined) {
    const message = `${source.name} has no Link to ${target.name}`;
    return conclude([
      {
        check: 'Link',
        verdict: 'no',
        message,
        fix: `link ${source.name} → ${target.name} in the fleet file`,
      },
    ]);
  }
  const linker = linkerView(input, view, views);
  const world = runSource(fleet, source, views);
  const { release } = input;
  const { steps: mirrored, mirror, mode, port } = mirrorSteps(view, found, { views, world, release });
  const chain = [
    ...credentialSteps(input, view, linker, { mode, namespace: metadata.namespace }),
    ...mirrored,
    ...(mode === 'gateway' ? gatewaySteps(view, linker) : []),
    ...networkSteps(linker, mode),
    ...(mode === undefined
      ? []
      : [...policySteps(input, view, found, linker, { mode, caller }), scraperStep(linker)]),
    clientStep(input, source, caller),
  ];
  const { edge } = linker;
  const parts = edge === undefined ? undefined : new ChainParts(linker.fleet, edge, found, mirror, caller);
  const steps = parts === undefined ? chain : withLinkerSteps(chain, linkerSteps(linker, parts, mode));
  const address = `${mirror}.${metadata.namespace}.svc${port === undefined ? '' : `:${port}`}`;
  return conclude(steps, mode === undefined ? undefined : address);
}
