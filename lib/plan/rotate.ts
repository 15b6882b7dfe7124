import type { FleetConfig } from '../config/fleet-config.js';
import type { Cluster, Link } from '../topology/fleet.js';
import { withLinkOptions } from './change-link.js';
import type { Plan, Step } from './step.js';

/** A Link of the fleet, both of its clusters, and the fleet file it stands in. */
export interface PlannedLink {
  readonly config: FleetConfig;
  readonly link: Link;
  readonly source: Cluster;
  readonly target: Cluster;
}

/**
 * How the credential of one Link is replaced.
 *
 * Neither reader notices a new content, so `credentialEpoch` restarts the service mirror, and somebody restarts the
 * control plane's reader. A pushed credential takes two raises: the first pushes, the second reads what was pushed.
 */
export function rotationPlan(planned: PlannedLink): Plan {
  const { link } = planned;
  const steps =
    link.credentials?.kind === 'externalSecrets' && link.credentials.push ? pushed(planned) : stored(planned);
  return { title: `Rotate the credential of ${link.source} for ${link.target}`, steps };
}

function pushed(planned: PlannedLink): Step[] {
  const { link, target } = planned;
  return [
    {
      title: `Replace the token in ${target.name}`,
      actions: [
        `kubectl --context ${target.argocdName} -n ${target.namespace} delete secret ${link.accessAccount}-token`,
        `sync the Application of ${target.argocdName}: it makes the Secret again, with a new token`,
        'from here to the end changes of exported Services are not followed; mirrors and traffic stay as they are',
      ],
      checks: [tokenIsThere(planned, `${link.accessAccount}-token`)],
    },
    raise(planned, 1, {
      title: `Push the new token`,
      checks: [
        `kubectl --context ${target.argocdName} -n ${target.namespace} get pushsecret link-credentials-${link.source}: Ready is True, and status.refreshTime is later than the commit`,
      ],
    }),
    raise(planned, 2, { title: `Read the new token in ${link.source}`, checks: readChecks(planned) }),
    restartDestination(planned),
  ];
}

function stored(planned: PlannedLink): Step[] {
  const { link, target } = planned;
  const next = `${link.accessAccount}-token-next`;
  return [
    {
      title: `Make a second token in ${target.name}, while the first one still works`,
      actions: [
        `kubectl --context ${target.argocdName} -n ${target.namespace} create secret generic ${next} --type=kubernetes.io/service-account-token, with the annotation kubernetes.io/service-account.name: ${link.accessAccount}; if that Secret is the one in use, take ${link.accessAccount}-token instead`,
        whereItGoes(planned),
      ],
      checks: [
        tokenIsThere(planned, next),
        `the new kubeconfig passes: linkspan credentials verify kubeconfig --link ${link.source}/${link.target}`,
      ],
    },
    raise(planned, 1, { title: `Read the new credential in ${link.source}`, checks: readChecks(planned) }),
    restartDestination(planned),
    {
      title: `Revoke the old token in ${target.name}`,
      actions: [
        `kubectl --context ${target.argocdName} -n ${target.namespace} delete secret ${link.accessAccount}-token (or the other one of the two, if that held the old token); Argo CD makes its own again, with a token that nobody has`,
      ],
      checks: [
        `linkerd --context ${link.source} multicluster check: remote cluster access credentials are valid`,
      ],
    },
  ];
}

function whereItGoes({ link, source }: PlannedLink): string {
  const { credentials } = link;
  switch (credentials?.kind) {
    case 'externalSecrets':
      return `build the kubeconfig with it and put it into the store ${credentials.store}, key ${credentials.key}, property ${credentials.property}`;
    case 'sealedSecrets':
      return `build the kubeconfig with it, seal it for ${source.name}, and put the ciphertext into the commit of the next step`;
    default:
      return `build the kubeconfig with it and replace both Secrets, as credentials-${link.target}.md in the folder of ${source.argocdName} says`;
  }
}

function raise(planned: PlannedLink, by: number, step: Pick<Step, 'title' | 'checks'>): Step {
  const { config, link } = planned;
  const credentialEpoch = (link.credentialEpoch ?? 0) + by;
  return {
    ...step,
    fleet: withLinkOptions(config, link, { credentialEpoch }),
    actions: [
      `set credentialEpoch: ${credentialEpoch} on the Link ${link.source} → ${link.target}`,
      'linkspan synth',
    ],
  };
}

function tokenIsThere({ link, target }: PlannedLink, secret: string): string {
  return `kubectl --context ${target.argocdName} -n ${target.namespace} get secret ${secret} -o yaml: it has data.token, and is of ${link.accessAccount}`;
}

function readChecks({ link, source }: PlannedLink): string[] {
  const context = `kubectl --context ${source.argocdName}`;
  return [
    `${context} -n ${source.namespace} rollout status deploy/controller-${link.target}`,
    `${context} -n ${source.namespace} get secret cluster-credentials-${link.target} -o yaml | linkspan credentials verify - --link ${link.source}/${link.target}`,
    `linkerd --context ${source.argocdName} multicluster check: remote cluster access credentials are valid`,
  ];
}

function restartDestination({ source }: PlannedLink): Step {
  const context = `kubectl --context ${source.argocdName} -n ${source.linkerdNamespace}`;
  return {
    title: `Restart the other reader in ${source.name}`,
    actions: [
      `${context} rollout restart deploy/linkerd-destination`,
      'it belongs to the control plane, whose manifests are not ours; only flat and federated services need it',
    ],
    checks: [`${context} rollout status deploy/linkerd-destination`],
  };
}
