import { placeOf } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { LinkerView } from './linker-view.js';
import type { ReachStep } from './reach.js';

/** How a mirror works, as far as it matters to the chain. */
export type ReachMode = 'gateway' | 'flat' | 'federated' | undefined;

/** The Link, its controller, and what the controller needs to read the target. */
export function credentialSteps(view: LinkView, { edge }: LinkerView, mode: ReachMode): readonly ReachStep[] {
  const { link, source, target } = view;
  const place = placeOf(link.given, 'metadata', 'name');
  const steps: ReachStep[] = [
    {
      check: 'Link',
      verdict: 'yes',
      message: `Link ${link.name} mirrors from ${target.name}`,
      ...(place === undefined ? {} : { place }),
    },
  ];
  const runs = source.controllers.has(link.name);
  steps.push({
    check: 'controller',
    verdict: runs ? 'yes' : 'unknown',
    message: runs
      ? `a controller of Link ${link.name} is in the manifests`
      : `no controller of Link ${link.name} is in the manifests of ${source.name}`,
    ...(runs
      ? {}
      : { fix: `list ${link.name} under \`controllers\` of its values, or give the manifests that hold it` }),
  });
  const secret = link.spec.clusterCredentialsSecret;
  const name = typeof secret === 'string' ? secret : '';
  const found = edge?.source.secrets.get(`${link.namespace}/${name}`);
  steps.push({
    check: 'credentials',
    verdict: found === undefined ? 'unknown' : 'yes',
    message: `Secret ${link.namespace}/${name} is ${found === undefined ? `not in the manifests of ${source.name}` : 'in the manifests'}`,
    ...(found === undefined ? { fix: 'make it, or give the manifests that do' } : {}),
  });
  if (mode === 'flat' || mode === 'federated') {
    const copies = [...(edge?.source.secrets.values() ?? [])];
    const copy = copies.some((s) => s.secretName.value === name && (s.namespace ?? '') !== link.namespace);
    steps.push({
      check: 'credentials of the proxies',
      verdict: copy ? 'yes' : 'unknown',
      message: copy
        ? `Secret ${name} is in a second Namespace, for the control plane`
        : `no second Secret ${name} for the control plane is in the manifests of ${source.name}; ${mode} Services need it`,
      ...(copy
        ? {}
        : { fix: 'make it in the Namespace of the control plane, with its label and annotations' }),
    });
  }
  const accounts = edge?.target?.remoteAccess.size ?? 0;
  steps.push({
    check: 'account',
    verdict: accounts > 0 ? 'yes' : 'unknown',
    message:
      accounts > 0
        ? `${target.name} has an account for other clusters`
        : `no account for other clusters is in the manifests of ${target.name}`,
    ...(accounts > 0
      ? {}
      : { fix: 'set `remoteMirrorServiceAccountName`, or give the manifests that hold the account' }),
  });
  return steps;
}
