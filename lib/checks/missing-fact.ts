import type { ClusterView } from './cluster-view.js';

/** A fact that no manifest tells, and how to supply it. Rules that need it stay silent. */
export interface MissingFact {
  /** `which Linkerd release runs`; the sentence goes on with the clusters. */
  readonly fact: string;
  readonly fix: string;
  readonly why: string;
}

/** The facts that rules ask for. */
export const cannotTell = {
  release: {
    fact: 'which Linkerd release runs',
    fix: 'pass `--release edge-26.8.3`, or give manifests with `linkerd.io/created-by` annotations',
    why: 'rules that hold for some releases only were not applied',
  },
  placeholders: {
    fact: 'what placeholders such as `${NAME}` stand for',
    fix: 'pass manifests after substitution, such as `flux build kustomization` or `envsubst` prints them',
    why: 'what would be wrong with the placeholder itself was not reported',
  },
  target: {
    fact: 'which of the given clusters the Links mean',
    fix: 'name the cluster as the Links do (`--cluster NAME=PATH`), or give its `argocdName` in `--fleet FILE`',
    why: 'what the Links believe of their target was not compared with what the target renders',
  },
  domains: {
    fact: 'the trust domain and cluster domain',
    fix: 'add the manifests of the control plane, which hold ConfigMap `linkerd-config`, or say `trustDomain` and `clusterDomain` in `--fleet FILE`',
    why: 'identities and domains were not compared with the control plane that runs',
  },
  trustDomain: {
    fact: 'the trust domain',
    fix: 'add the manifests of the control plane, which hold ConfigMap `linkerd-config`, or say `trustDomain` in `--fleet FILE`',
    why: 'identities were not compared with the control plane that runs',
  },
  clusterDomain: {
    fact: 'the cluster domain',
    fix: 'add the manifests of the control plane, which hold ConfigMap `linkerd-config`, or say `clusterDomain` in `--fleet FILE`',
    why: 'cluster domains were not compared with the control plane that runs',
  },
  networks: {
    fact: 'whether pods of linked clusters reach each other',
    fix: 'say `clusters.<name>.networks: [NAME]` in a file for `--fleet`, or leave out selectors of modes that are not used',
    why: 'flat and federated Services need routes between pods; no manifest shows them',
  },
  credentials: {
    fact: 'where the credentials of the Links come from',
    fix: 'add the Secrets, ExternalSecrets or SealedSecrets named `cluster-credentials-<target>`; ignore this if they are made by hand',
    why: 'no mirroring starts before Secret `cluster-credentials-<target>` exists in the namespace of the Link',
  },
  credentialAccount: {
    fact: 'which account of the target the credentials belong to',
    fix: 'name accounts after the source cluster, one per Link, as `linkerd-service-mirror-remote-access-<source>`',
    why: 'the kubeconfig is kept elsewhere, so its user was not looked up among the accounts of the target',
  },
  namespaces: {
    fact: 'which namespaces exist',
    fix: 'add the manifests that create the namespaces of mirrored Services',
    why: 'a Service is mirrored only into a namespace of the same name',
  },
  exports: {
    fact: 'which Services the targets export',
    fix: 'add the manifests of the exported Services (`--cluster NAME=PATH` may be repeated)',
    why: 'names of mirrors that configurations call could not be looked up',
  },
  anchors: {
    fact: 'which trust anchors the control planes use',
    fix: 'add ConfigMap `linkerd-config` or `linkerd-identity-trust-roots`',
    why: 'clusters with different anchors refuse each other’s certificates',
  },
} as const satisfies Record<string, MissingFact>;

/** Which domains of a cluster nothing tells: one of them, or both at once. */
export function missingDomains({
  trustDomain,
  clusterDomain,
}: Pick<ClusterView, 'trustDomain' | 'clusterDomain'>): MissingFact {
  if (trustDomain !== undefined) return cannotTell.clusterDomain;
  return clusterDomain === undefined ? cannotTell.domains : cannotTell.trustDomain;
}
