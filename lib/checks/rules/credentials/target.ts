import type { SecretSymbol } from '../../../symbols/kinds/secret.js';
import { plainServer } from '../../../kubeconfig/same-server.js';
import { isAtHome } from '../../api-server.js';
import { credentialsOf } from '../../credentials.js';
import type { Edge, Fleet } from '../../fleet.js';
import { related, type Finding } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/**
 * The Secrets of a Link lead to one cluster, and those of Links to other targets to others.
 *
 * A server that facts tell of the target is compared by KUBECONFIG_SERVER.
 */
export const credentialsTarget = rule('CREDENTIALS_TARGET', {
  group: 'credentials',
  severity: 'warning',
  reach: 'links',
  fix: 'give both Secrets of the Link the kubeconfig of its own target',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: [
    'a cluster mirrors the wrong target',
    'mirrors of one cluster appear under the name of another',
    'endpoints of a flat mirror are those of another cluster',
  ],
  check(fleet, report) {
    const first = new Map<string, SecretOfLink>();
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      const difference =
        controller === undefined || controlPlane === undefined
          ? undefined
          : differenceOf(fleet, edge, controller, controlPlane);
      if (difference !== undefined) {
        report({ link: edge.label, ...difference });
        continue;
      }
      const secret = serverOf(controller) === undefined ? controlPlane : controller;
      const server = serverOf(secret);
      if (secret === undefined || server === undefined) continue;
      const other = first.get(server);
      if (other === undefined) first.set(server, { edge, secret });
      else if (areOfTwoTargets(edge, other.edge) && !(isTold(fleet, edge) && isTold(fleet, other.edge))) {
        report({
          at: secret,
          field: secret.kubeconfig,
          link: edge.label,
          message: `the kubeconfigs of ${other.edge.label} and ${edge.label} have one server, ${server}`,
          related: [related(other.secret, other.secret.kubeconfig, `${other.edge.label} has it too`)],
        });
      }
    }
  },
});

interface SecretOfLink {
  readonly edge: Edge;
  readonly secret: SecretSymbol;
}

/** Where the two Secrets of a Link differ in what leads to the target. */
function differenceOf(
  fleet: Fleet,
  edge: Edge,
  controller: SecretSymbol,
  controlPlane: SecretSymbol,
): Finding | undefined {
  const servers = [serverOf(controller), serverOf(controlPlane)];
  const isByServer = servers[0] !== undefined && servers[1] !== undefined;
  if (isByServer ? servers[0] === servers[1] || isTold(fleet, edge) : !haveTwoKeys(controller, controlPlane))
    return undefined;
  const fieldOf = (secret: SecretSymbol) => (isByServer ? secret.kubeconfig : secret.remoteKeys[0]?.key);
  const shown = [controller, controlPlane]
    .map((secret) => `${fieldOf(secret)?.value ?? ''} in ${secret.namespace ?? '(none)'}`)
    .join(', ');
  return {
    at: controlPlane,
    field: fieldOf(controlPlane),
    message: `the two Secrets of Link ${edge.link.name} ${isByServer ? 'have kubeconfigs of two servers' : 'are made from two keys'}: ${shown}`,
    related: [related(controller, fieldOf(controller), 'the Secret of the controller')],
  };
}

/** The API server that a kubeconfig leads to by its address alone; undefined for what is wrong with it anyway. */
function serverOf(secret: SecretSymbol | undefined): string | undefined {
  const { value: server, isRouted } = secret?.kubeconfig ?? {};
  if (server === undefined || isRouted === true || !/^https:\/\/[^<>$@(){}]+$/i.test(server))
    return undefined;
  return isAtHome(server) ? undefined : plainServer(server);
}

/** True where both are filled from one store, and no key of it serves both. */
function haveTwoKeys(one: SecretSymbol, other: SecretSymbol): boolean {
  if (one.store === undefined || one.store.value !== other.store?.value || one.storeKind !== other.storeKind)
    return false;
  const keys = other.remoteKeys.flatMap(({ key }) => key?.value ?? []);
  return (
    keys.length > 0 &&
    one.remoteKeys.length > 0 &&
    one.remoteKeys.every(({ key }) => key !== undefined && !keys.includes(key.value))
  );
}

/** True where facts tell the API server of the target. */
function isTold({ facts }: Fleet, { target, targetName }: Edge): boolean {
  return (target?.facts ?? facts.clusters?.[targetName])?.apiServer !== undefined;
}

/** True for Links that certainly mean two clusters; sources need not call one cluster by one name. */
function areOfTwoTargets(one: Edge, other: Edge): boolean {
  if (one.target !== undefined && other.target !== undefined) return one.target !== other.target;
  return one.source === other.source && one.targetName !== other.targetName;
}
