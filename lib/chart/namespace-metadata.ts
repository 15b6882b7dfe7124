import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { ChartObject, Keys } from './chart-object.js';
import {
  containerSecurity,
  nodeSelector,
  POD_SECURITY,
  pullSecrets,
  TOKEN_MOUNTS,
  TOKEN_VOLUMES,
  tolerations,
} from './pod-parts.js';
import { extensionLabels, fields, labels, type Rendering } from './rendering.js';
import type { NamespaceMetadataImageValues, NamespaceMetadataValues } from './namespace-metadata-values.js';

/** Annotations by which Helm runs an object after an installation. */
function hook(r: Rendering, weight: string): Keys {
  return {
    'helm.sh/hook': 'post-install',
    'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
    'helm.sh/hook-weight': weight,
    'linkerd.io/created-by': r.createdBy,
  };
}

/**
 * What the metadata Job may do: label its namespace, and read the control plane's configuration.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/namespace-metadata-rbac.yaml
 */
export function namespaceMetadataRbac(r: Rendering): ChartObject[] {
  const { namespace, place } = r;
  const name = 'namespace-metadata';
  const metadata = { annotations: hook(r, '0'), labels: extensionLabels(r), name, namespace };
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  const role = (of: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: of });
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      ...(r.facts.pullSecrets && pullSecrets(r.values.imagePullSecrets, place)),
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [
        {
          apiGroups: [''],
          resourceNames: [place.quoted(r.namespaceText, 'namespace')],
          resources: ['namespaces'],
          verbs: ['get', 'patch'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: role(name),
      subjects,
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: {
        ...metadata,
        name: 'mc-namespace-metadata-linkerd-config',
        namespace: place.raw(r.values.linkerdNamespace, 'linkerdNamespace'),
      },
      roleRef: role('ext-namespace-metadata-linkerd-config'),
      subjects,
    },
  ];
}

/**
 * The Job that labels the namespace after an installation.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/namespace-metadata.yaml
 */
export function namespaceMetadataJob(r: Rendering): ChartObject[] {
  const { place, values } = r;
  const version =
    r.facts.metadataJobShowsCliVersion && isTrue(values.cliVersion)
      ? values.cliVersion
      : values.linkerdVersion;
  const own: Keys = {
    'app.kubernetes.io/name': 'namespace-metadata',
    'app.kubernetes.io/part-of': 'Linkerd',
    'app.kubernetes.io/version': place.raw(version, 'linkerdVersion'),
    'linkerd.io/extension': 'multicluster',
  };
  return [
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        annotations: hook(r, '1'),
        labels: labels(own, r.commonLabels),
        name: 'namespace-metadata',
        namespace: r.namespace,
      },
      spec: {
        template: {
          metadata: {
            annotations: { 'linkerd.io/created-by': r.createdBy, 'linkerd.io/inject': 'disabled' },
            labels: labels(own, r.podLabels),
          },
          spec: jobPod(r),
        },
      },
    },
  ];
}

function jobPod(r: Rendering): Readonly<Record<string, unknown>> {
  const { facts, place } = r;
  const own = fields<NamespaceMetadataValues>(r, r.values.namespaceMetadata, 'namespaceMetadata');
  return {
    ...nodeSelector(own.nodeSelector, place, 'namespaceMetadata.nodeSelector', false),
    ...tolerations(own.tolerations, place, 'namespaceMetadata.tolerations', false),
    restartPolicy: 'Never',
    securityContext: POD_SECURITY,
    serviceAccountName: 'namespace-metadata',
    ...(facts.projectedToken && { automountServiceAccountToken: false }),
    containers: [jobContainer(r, own)],
    ...(facts.projectedToken && { volumes: TOKEN_VOLUMES }),
  };
}

function jobContainer(
  r: Rendering,
  own: ReturnType<typeof fields<NamespaceMetadataValues>>,
): Readonly<Record<string, unknown>> {
  const { facts, gateway, place, values } = r;
  const image = fields<NamespaceMetadataImageValues>(r, own.image, 'namespaceMetadata.image');
  const reference = `${goText(image.registry)}/${goText(image.name)}:${goText(image.tag)}`;
  return {
    args: [
      '--extension',
      'multicluster',
      '--namespace',
      place.item(r.namespaceText, 'namespace'),
      '--linkerd-namespace',
      place.rawItem(values.linkerdNamespace, 'linkerdNamespace'),
    ],
    image: place.word(reference, 'namespaceMetadata.image'),
    imagePullPolicy: isTrue(image.pullPolicy)
      ? place.raw(image.pullPolicy, 'namespaceMetadata.image.pullPolicy')
      : place.raw(values.imagePullPolicy, 'imagePullPolicy'),
    name: 'namespace-metadata',
    securityContext: containerSecurity(
      place.raw(gateway.UID, 'gateway.UID'),
      facts.runAsGroup ? place.raw(gateway.GID, 'gateway.GID') : undefined,
    ),
    ...(facts.projectedToken && { volumeMounts: TOKEN_MOUNTS }),
  };
}
