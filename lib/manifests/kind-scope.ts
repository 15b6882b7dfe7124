import type { Manifest } from './manifest.js';

/** Whether the objects of a kind live in namespaces; `unknown` for a kind whose CRD nobody has seen. */
export type Scope = 'cluster' | 'namespaced' | 'unknown';

/** Scopes of kinds by `group/Kind`, as CRDs among some manifests define them. */
export type DefinedScopes = ReadonlyMap<string, Scope>;

/**
 * Cluster-scoped kinds of Kubernetes, by group. All other kinds of these groups, and of the groups below, live in
 * namespaces.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/api/discovery
 */
const kubernetes: Readonly<Record<string, readonly string[]>> = {
  '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  apps: [],
  autoscaling: [],
  batch: [],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'coordination.k8s.io': [],
  'discovery.k8s.io': [],
  'events.k8s.io': [],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IPAddress', 'IngressClass', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  policy: [],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'DeviceTaintRule', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
};

/** The same of operators that stand beside Linkerd, at the releases whose CRDs this project validates against. */
const operators: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': [],
  'bitnami.com': [],
  'cert-manager.io': ['ClusterIssuer'],
  'external-secrets.io': ['ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'monitoring.coreos.com': [],
  'multicluster.linkerd.io': [],
  'policy.linkerd.io': [],
  'split.smi-spec.io': [],
  'trust-manager.io': ['ClusterBundle'],
  'trust.cert-manager.io': ['Bundle'],
};

const known: Readonly<Record<string, readonly string[]>> = { ...kubernetes, ...operators };

/** API group of an `apiVersion`: empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Whether an object belongs to a namespace, by its kind; `defined` speaks of kinds that are not known otherwise. */
export function scopeOf(
  { apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>,
  defined: DefinedScopes = new Map(),
): Scope {
  const group = groupOf(apiVersion);
  const clusterScoped = Object.hasOwn(known, group) ? known[group] : undefined;
  if (clusterScoped !== undefined) return clusterScoped.includes(kind) ? 'cluster' : 'namespaced';
  return defined.get(`${group}/${kind}`) ?? 'unknown';
}

/** The scopes that CRDs among some manifests define. */
export function definedScopes(manifests: readonly Manifest[]): DefinedScopes {
  return new Map(
    manifests
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .map(({ spec }): [string, Scope] => {
        const { group, names, scope } = (spec ?? {}) as {
          group?: unknown;
          names?: { kind?: unknown } | null;
          scope?: unknown;
        };
        return [
          `${String(group)}/${String(names?.kind)}`,
          scope === 'Cluster' ? 'cluster' : scope === 'Namespaced' ? 'namespaced' : 'unknown',
        ];
      }),
  );
}
