import { controllerNeeds, remoteNeeds } from '../../checks/access-needs.js';
import type { Edge, Fleet } from '../../checks/fleet.js';
import { isAccountMissing } from '../../checks/named.js';
import { missingGrants } from '../../checks/report-grants.js';
import type { Finding } from '../../checks/report.js';
import { placeAt } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { ReachMode } from './credential-steps.js';
import { accountsFor } from './remote-account.js';
import type { ReachStep } from './reach.js';

function stepOf(check: string, { at, message, why }: Finding, isCertain: boolean, fix: string): ReachStep {
  const place = placeAt(at.file, at);
  return {
    check,
    verdict: isCertain ? 'no' : 'unknown',
    message: why === undefined ? message : `${message}: ${why}`,
    fix,
    ...(place === undefined ? {} : { place }),
  };
}

/** What keeps the account of a Link from reading what a mirror of this mode needs; absent where nothing does. */
export function remoteRightsStep(fleet: Fleet, edge: Edge, mode: ReachMode): ReachStep | undefined {
  const { target } = edge;
  if (target === undefined) return undefined;
  const accounts = accountsFor(fleet, edge, target);
  const needs = remoteNeeds(fleet.facts, mode === 'flat' || mode === 'federated');
  const findings = accounts.flatMap((at) => {
    const { name, namespace = '' } = at;
    return missingGrants(target, { name, namespace, at }, needs) ?? [];
  });
  const [finding] = findings;
  if (finding === undefined) return undefined;
  const isCertain = finding.severity !== 'warning' && findings.length === accounts.length;
  const fix = 'grant list and watch as the chart’s ClusterRole of the remote-access account does';
  return stepOf('account', finding, isCertain, fix);
}

/** What the Link's controllers may not do in their own cluster though a mirror of this mode needs it. */
export function controllerRightsStep(
  fleet: Fleet,
  { source, link, controllers }: Edge,
  { namespaceCreation, ...view }: LinkView,
  { mode, namespace: exported }: { readonly mode: ReachMode; readonly namespace: string },
): ReachStep | undefined {
  const createsNamespaces = namespaceCreation && !view.source.namespaces.has(exported);
  for (const controller of controllers) {
    const name = controller.serviceAccountName?.value;
    const { namespace = '' } = controller;
    if (name === undefined || isAccountMissing(source, namespace, name)) continue;
    const all = controllerNeeds(fleet.facts, namespace, link.name, {
      createsNamespaces,
      writesStatus: false,
    });
    const needs = all.filter(
      ({ resource, verbs }) => mode === 'gateway' || resource !== 'endpoints' || !verbs.includes('create'),
    );
    const finding = missingGrants(source, { namespace, name, at: controller }, needs);
    if (finding === undefined) continue;
    const fix =
      'grant what the chart’s Role and ClusterRole of the controller grant, and bind both to its account';
    return stepOf('controller', finding, finding.severity !== 'warning', fix);
  }
  return undefined;
}
