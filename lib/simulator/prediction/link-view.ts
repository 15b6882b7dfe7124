import type { ControllerOptions } from '../controller-options.js';
import { compileSelector, type Matcher } from '../../symbols/label-selector.js';
import type { GivenLink, Inventory } from './inventory.js';

/** A Link between two clusters whose manifests are given, ready to ask. */
export interface LinkView {
  readonly link: GivenLink;
  readonly source: Inventory;
  readonly target: Inventory;
  /** `T`: the suffix of mirrors. */
  readonly targetName: string;
  readonly headlessEnabled: boolean;
  readonly namespaceCreation: boolean;
  readonly repairPeriodSeconds: number;
  readonly isExported: Matcher;
  readonly isFlat: Matcher;
  readonly isFederated: Matcher;
}

/** Looks a Link over once, for all Services of its target. */
export function viewLink(
  link: GivenLink,
  source: Inventory,
  target: Inventory,
  options: Pick<ControllerOptions, 'headlessEnabled' | 'namespaceCreation' | 'repairPeriodSeconds'>,
): LinkView {
  const { spec } = link;
  return {
    link,
    source,
    target,
    targetName: spec.targetClusterName ?? '',
    headlessEnabled: options.headlessEnabled,
    namespaceCreation: options.namespaceCreation,
    repairPeriodSeconds: options.repairPeriodSeconds,
    isExported: compileSelector(spec.selector),
    isFlat: compileSelector(spec.remoteDiscoverySelector),
    isFederated: compileSelector(spec.federatedServiceSelector),
  };
}
