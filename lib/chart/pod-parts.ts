import type { Placing } from '../helm/placing.js';
import { isTrue } from '../helm/truth.js';
import { isList, isMap, type HelmMap, type HelmValue } from '../helm/value.js';
import { sortedKeys } from '../manifests/key-order.js';
import { sharedForText } from '../manifests/shared-for.js';
import { sharedPart } from '../manifests/shared-part.js';

/** Security context of a pod. */
export const POD_SECURITY = sharedPart({ seccompProfile: { type: 'RuntimeDefault' } });

const NO_CAPABILITIES = sharedPart({ drop: ['ALL'] });
const RUNTIME_DEFAULT = sharedPart(POD_SECURITY.seccompProfile);

/** Security context of a container that may do nothing. `group` is left out where the release sets none. */
export function containerSecurity(
  user: HelmValue,
  group: HelmValue | undefined,
): Readonly<Record<string, unknown>> {
  if (typeof user !== 'number' || typeof group !== 'number') return securityOf(user, group);
  return securityOfNumbers(`${user} ${group}`);
}

function securityOf(user: HelmValue, group: HelmValue | undefined): Readonly<Record<string, unknown>> {
  return {
    allowPrivilegeEscalation: false,
    capabilities: NO_CAPABILITIES,
    readOnlyRootFilesystem: true,
    ...(group !== undefined && { runAsGroup: group }),
    runAsNonRoot: true,
    runAsUser: user,
    seccompProfile: RUNTIME_DEFAULT,
  };
}

/** Nearly all containers of a fleet have the same user and group. */
const securityOfNumbers = sharedForText((numbers) => {
  const [user = 0, group = 0] = numbers.split(' ').map(Number);
  return securityOf(user, group);
});

/** `ports` of a service mirror's container, whose admin port has a name of the release. */
export const adminPort = sharedForText((name) => [sharedPart({ containerPort: 9999, name })]);

/**
 * The volume that holds what automounting would: token, CA and namespace.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/charts/partials/templates/_volumes.tpl
 */
export const TOKEN_VOLUMES = sharedPart([
  sharedPart({
    name: 'kube-api-access',
    projected: {
      defaultMode: 420,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
        { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
        {
          downwardAPI: {
            items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }],
          },
        },
      ],
    },
  }),
]);

/** Where the token's volume is mounted. */
export const TOKEN_MOUNTS = sharedPart([
  sharedPart({
    mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
    name: 'kube-api-access',
    readOnly: true,
  }),
]);

/** The update strategy of pods that avoid each other. */
export const ONE_AT_A_TIME = sharedPart({ rollingUpdate: { maxUnavailable: 1 } });

/**
 * Tolerations of a pod, as fields of its spec.
 *
 * The chart indents them like their own key, so a table's keys become fields of the spec itself, and text of one line fails.
 * They end most documents, and Helm trims documents.
 */
export function tolerations(
  value: HelmValue | undefined,
  place: Placing,
  path: string,
  endsDocument = true,
): HelmMap | undefined {
  if (!isTrue(value)) return undefined;
  const placed = place.yaml(value ?? null, path, endsDocument);
  if (placed === null || isList(placed)) return { tolerations: placed };
  if (isMap(placed)) return { tolerations: place.nothing(), ...placed };
  place.fail(path, atIndentationOfList(placed));
  return undefined;
}

function atIndentationOfList(value: HelmValue): string {
  return typeof value === 'string' && value.includes('\n')
    ? 'the chart writes its lines at the indentation of a list, and what Helm reads there cannot be told for certain'
    : 'Helm fails: the chart writes it at the indentation of a list';
}

/** Environment of a container, as fields of it: two lists in one. The same indentation as tolerations, the same effect. */
export function environment(
  first: HelmValue | undefined,
  second: HelmValue | undefined,
  place: Placing,
  paths: readonly [string, string],
): HelmMap | undefined {
  const a = isTrue(first) ? place.yaml(first ?? null, paths[0]) : null;
  const b = isTrue(second) ? place.yaml(second ?? null, paths[1]) : null;
  if (!isTrue(first) && !isTrue(second)) return undefined;
  for (const [i, value] of [a, b].entries()) {
    if (value !== null && !isList(value) && !isMap(value)) {
      place.fail(paths[i === 0 ? 0 : 1], atIndentationOfList(value));
      return undefined;
    }
  }
  if (isMap(a) && isList(b)) {
    place.fail(paths[1], `Helm fails: a list behind the table \`${paths[0]}\``);
    return undefined;
  }
  const lists = [...(isList(a) ? a : []), ...(isList(b) ? b : [])];
  const listed = isList(a) || isList(b) ? lists : place.nothing();
  return { env: listed, ...(isMap(a) ? a : undefined), ...(isMap(b) ? b : undefined) };
}

/** `nodeSelector` as a field of a pod spec: whatever it is, where it is not empty. It may end the document, which Helm trims. */
export function nodeSelector(
  value: HelmValue | undefined,
  place: Placing,
  path: string,
  endsDocument: boolean,
): HelmMap | undefined {
  return isTrue(value) ? { nodeSelector: place.yaml(value ?? null, path, endsDocument) } : undefined;
}

/** `resources` as a field of a container, sorted: many clusters set their own, in the order that users write. */
export function resources(value: HelmValue | undefined, place: Placing, path: string): HelmMap | undefined {
  return isTrue(value) ? { resources: sorted(place.yaml(value ?? null, path)) } : undefined;
}

function sorted(value: HelmValue): HelmValue {
  if (!isMap(value) || Object.hasOwn(value, '__proto__')) return value;
  const result: Record<string, HelmValue | undefined> = {};
  for (const key of sortedKeys(value)) {
    const field = value[key];
    result[key] = field === undefined ? undefined : sorted(field);
  }
  return result;
}

/** `imagePullSecrets` as a field of a ServiceAccount, whose end they are: Helm trims documents. */
export function pullSecrets(value: HelmValue | undefined, place: Placing): HelmMap | undefined {
  return isTrue(value)
    ? { imagePullSecrets: place.yaml(value ?? null, 'imagePullSecrets', true) }
    : undefined;
}
