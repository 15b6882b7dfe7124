import { credentialsOf } from '../../checks/credentials.js';
import { targetIn } from '../../checks/named.js';
import type { SecretSymbol } from '../../symbols/kinds/secret.js';
import { placeAt, placeOf } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { PredictionInput } from '../prediction/predict.js';
import { controllerStep } from './controller-step.js';
import type { LinkerView } from './linker-view.js';
import type { ReachStep } from './reach.js';
import { controllerRightsStep, remoteRightsStep } from './rights-steps.js';

/** How a mirror works, as far as it matters to the chain. */
export type ReachMode = 'gateway' | 'flat' | 'federated' | undefined;

/** A plain Secret without the key is none that a controller could use; one that an operator fills may well be. */
function isEmpty({ kind, dataKeys }: SecretSymbol): boolean {
  return kind === 'Secret' && !dataKeys.includes('kubeconfig');
}

/** The Secret that the controller reads: one among the manifests that holds a kubeconfig, or will. */
function credentialsStep({ link, source }: LinkView, { edge }: LinkerView): ReachStep {
  const check = 'credentials';
  const secret = link.spec.clusterCredentialsSecret;
  const name = typeof secret === 'string' ? secret : '';
  const named = (edge?.source.symbols.secrets ?? []).filter(
    (each) => each.secretName.value === name && each.namespace === link.namespace,
  );
  const [first] = named;
  const title = link.namespace === '' ? `Secret ${name} beside the Link` : `Secret ${link.namespace}/${name}`;
  if (first === undefined) {
    const astray = (edge?.source.symbols.secrets ?? []).find(
      (each) =>
        each.secretName.value === name &&
        targetIn(each) === undefined &&
        each.namespace !== edge?.source.symbols.controlPlane?.namespace,
    );
    const where = astray === undefined ? '' : `, which has one in ${astray.namespace ?? '(none)'}`;
    return {
      check,
      // a Link that names no Namespace goes where its Application says
      verdict: astray === undefined || link.namespace === '' ? 'unknown' : 'no',
      message: `${title} is not in the manifests of ${source.name}${where}`,
      fix: 'make it, or give the manifests that do',
    };
  }
  if (named.some((each) => !isEmpty(each)))
    return { check, verdict: 'yes', message: `${title} is in the manifests` };
  const place = placeAt(first.file, first);
  return {
    check,
    verdict: 'no',
    message: `${title} has no key \`kubeconfig\``,
    fix: 'put the kubeconfig under that key',
    ...(place === undefined ? {} : { place }),
  };
}

/** The copy of the kubeconfig that the control plane reads, for Services that proxies find pod by pod. */
function proxiesStep({ link, source }: LinkView, { edge }: LinkerView, mode: string): ReachStep {
  const secret = link.spec.clusterCredentialsSecret;
  const name = typeof secret === 'string' ? secret : '';
  const found = edge === undefined ? undefined : credentialsOf(edge).controlPlane;
  const copies = (edge?.source.symbols.secrets ?? []).filter(
    (each) => each === found || (each.secretName.value === name && (each.namespace ?? '') !== link.namespace),
  );
  const check = 'credentials of the proxies';
  if (copies.some((each) => !isEmpty(each)))
    return {
      check,
      verdict: 'yes',
      message: `Secret ${name} is in a second Namespace, for the control plane`,
    };
  const isGiven = copies.length > 0;
  return {
    check,
    verdict: isGiven ? 'no' : 'unknown',
    message: isGiven
      ? `the second Secret ${name} has no key \`kubeconfig\``
      : `no second Secret ${name} for the control plane is in the manifests of ${source.name}; ${mode} Services need it`,
    fix: 'make it in the Namespace of the control plane, with its label and annotations',
  };
}

function accountStep({ target }: LinkView, { fleet, edge }: LinkerView, mode: ReachMode): ReachStep {
  const check = 'account';
  const accounts = edge?.target?.remoteAccess.size ?? 0;
  if (edge === undefined || accounts === 0) {
    return {
      check,
      verdict: 'unknown',
      message: `no account for other clusters is in the manifests of ${target.name}`,
      fix: 'set `remoteMirrorServiceAccountName`, or give the manifests that hold the account',
    };
  }
  return (
    remoteRightsStep(fleet, edge, mode) ?? {
      check,
      verdict: 'yes',
      message: `${target.name} has an account for other clusters`,
    }
  );
}

/** The Link, its controller, and what the controller needs to read the target. */
export function credentialSteps(
  input: PredictionInput,
  view: LinkView,
  linker: LinkerView,
  { mode, namespace }: { readonly mode: ReachMode; readonly namespace: string },
): readonly ReachStep[] {
  const { link, target } = view;
  const { fleet, edge } = linker;
  const runs = controllerStep(input, view);
  const rights =
    edge === undefined || runs.verdict !== 'yes'
      ? undefined
      : controllerRightsStep(fleet, edge, view, { mode, namespace });
  const place = placeOf(link.given, 'metadata', 'name');
  return [
    {
      check: 'Link',
      verdict: 'yes',
      message: `Link ${link.name} mirrors from ${target.name}`,
      ...(place === undefined ? {} : { place }),
    },
    rights ?? runs,
    credentialsStep(view, linker),
    ...(mode === 'flat' || mode === 'federated' ? [proxiesStep(view, linker, mode)] : []),
    accountStep(view, linker, mode),
  ];
}
