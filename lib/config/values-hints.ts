import type { KeyHint } from './validate/unknown-key.js';

const fleetFact = 'it is a fact of the fleet, not a value of the chart';

/** What keys that the chart does not have were meant to be; the first few are told in posts and READMEs. */
const hints: Readonly<Record<string, { readonly why?: string; readonly fix: string }>> = {
  address: { why: fleetFact, fix: 'write `gateway.address` of the cluster in the fleet file' },
  argocdName: { why: fleetFact, fix: 'write `argocdName` of the cluster in the fleet file' },
  clusterName: {
    why: "such a key belongs to an umbrella chart, whose files hold the chart's values under a wrapper",
    fix: "put the chart's values under `linkerd-multicluster:`, or remove the key",
  },
  enableServiceMonitor: {
    why: 'no release of the chart has it; here it is a fact of the fleet',
    fix: 'write `enableServiceMonitor` of the cluster in the fleet file',
  },
  clusterCredentialsSecret: { why: 'its name is fixed by the permissions of the chart', fix: 'remove it' },
  excludeAnnotations: {
    why: fleetFact,
    fix: 'write `excludedAnnotations` of the entry under `topology` in the fleet file',
  },
  excludeLabels: {
    why: fleetFact,
    fix: 'write `excludedLabels` of the entry under `topology` in the fleet file',
  },
  excludedAnnotations: {
    why: fleetFact,
    fix: 'write `excludedAnnotations` of the entry under `topology` in the fleet file',
  },
  excludedLabels: {
    why: fleetFact,
    fix: 'write `excludedLabels` of the entry under `topology` in the fleet file',
  },
  gatewayAddress: { why: fleetFact, fix: 'write `gateway.address` of the cluster in the fleet file' },
  gatewayIdentity: { why: 'it follows from names, namespaces and trust domain', fix: 'remove it' },
  links: { why: fleetFact, fix: 'write `topology` in the fleet file' },
  podMonitor: {
    why: 'no release of the chart has it',
    fix: 'write `enableServiceMonitor: true` of the cluster in the fleet file',
  },
  probeSpec: { why: fleetFact, fix: 'write `probe` of the entry under `topology` in the fleet file' },
  remoteDiscoverySelector: {
    why: fleetFact,
    fix: 'write `remoteDiscoverySelector` of the entry under `topology` in the fleet file',
  },
  selector: { why: fleetFact, fix: 'write `selector` of the entry under `topology` in the fleet file' },
  serviceMonitor: {
    why: 'no release of the chart has it',
    fix: 'write `enableServiceMonitor: true` of the cluster in the fleet file',
  },
  targetClusterDomain: {
    why: fleetFact,
    fix: 'write `clusterDomain` of the target cluster in the fleet file',
  },
  targetClusterLinkerdNamespace: {
    why: fleetFact,
    fix: 'write `linkerdNamespace` of the target cluster in the fleet file',
  },
  targetClusterName: { why: fleetFact, fix: 'write `topology` in the fleet file' },
  trustDomain: { fix: 'write `identityTrustDomain`, or `linkerd.trustDomain` in the fleet file' },
};

/** Explains keys that the chart's values do not have but people expect of them. */
export const valuesHint: KeyHint = (key, path) => {
  const parent = path.at(-2);
  if (parent === 'resources' && (key === 'cpu' || key === 'memory')) {
    return {
      why: "that is the shape of the control plane's chart; this one takes Kubernetes' own",
      fix: `write \`requests.${key}\` and \`limits.${key}\`, where each dot leads into a mapping`,
    };
  }
  if (parent === 'gateway' && key === 'resources') {
    return {
      why: "the gateway's work is done by the proxy beside its container, and no release of the chart has this value",
      fix: 'write annotations such as `config.linkerd.io/proxy-cpu-request` under `gateway.deploymentAnnotations`',
    };
  }
  // the local service mirror has settings of these names itself
  if (parent === 'localServiceMirror') return undefined;
  return Object.hasOwn(hints, key) ? hints[key] : undefined;
};
