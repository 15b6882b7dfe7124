import type { OpenSymbols } from './cluster-symbols.js';
import { groupOf } from '../manifests/kind-scope.js';
import { readBinding, readRole } from './kinds/access.js';
import { readApplication, readApplicationSet, readArgocdCluster, readProject } from './kinds/argocd.js';
import { readSettings, readSettingValues } from './kinds/argocd-settings.js';
import { readConfigMap } from './kinds/config-map.js';
import { readCrd } from './kinds/crd.js';
import { readExternalSecret } from './kinds/external-secret.js';
import { readPushSecret } from './kinds/push-secret.js';
import { readSealedSecret } from './kinds/sealed-secret.js';
import { readSecret } from './kinds/secret.js';
import { readSecretStore } from './kinds/secret-store.js';
import { readEndpoints } from './kinds/endpoints.js';
import { readIssuerCertificate, readIssuerSecret } from './kinds/issuer.js';
import { readLink } from './kinds/link.js';
import {
  readAuthorizationPolicy,
  readMeshAuthentication,
  readNetworkAuthentication,
  readServer,
} from './kinds/policy.js';
import { readRoute, readTrafficSplit } from './kinds/route.js';
import { readService } from './kinds/service.js';
import { readWorkload } from './kinds/workload.js';
import { isSteering, objectSymbol, type ObjectSymbol } from './object.js';
import type { Reader } from './reader.js';

type Read = (into: OpenSymbols, object: ObjectSymbol, reader: Reader) => void;

const workload: Read = (into, object, reader) => into.workloads.push(readWorkload(object, reader));
const role: Read = (into, object, reader) => into.roles.push(readRole(object, reader));
const binding: Read = (into, object, reader) => into.bindings.push(readBinding(object, reader));
const store: Read = (into, object, reader) => into.secretStores.push(readSecretStore(object, reader));
const route: Read = (into, object, reader) => into.routes.push(readRoute(object, reader));
const excluded: Read = (into, object) => into.excludedByArgo.push(object);

/** Readers by `group/Kind`, the version left out: a kind is read alike in all its versions. */
const readers: Readonly<Record<string, Read>> = {
  'multicluster.linkerd.io/Link': (into, object, reader) => into.links.push(readLink(object, reader)),
  '/Service': (into, object, reader) => into.services.push(readService(object, reader)),
  '/ServiceAccount': (into, object) => into.serviceAccounts.push(object),
  '/Namespace': (into, object) => into.namespaces.push(object),
  '/Secret': (into, object, reader) => {
    into.secrets.push(readSecret(object, reader));
    noteCluster(into, object, reader);
    const issuer = readIssuerSecret(object, reader);
    if (issuer !== undefined) into.issuers.push(issuer);
  },
  'cert-manager.io/Certificate': (into, object, reader) => {
    noteKind(into, object);
    const issuer = readIssuerCertificate(object, reader);
    if (issuer !== undefined) into.issuers.push(issuer);
  },
  'linkspan.values/ArgoCDValues': (into, object, reader) =>
    into.argocdSettings.push(readSettingValues(object, reader)),
  '/Endpoints': (into, object, reader) => {
    into.endpoints.push(readEndpoints(object, reader));
    into.excludedByArgo.push(object);
  },
  'discovery.k8s.io/EndpointSlice': excluded,
  'coordination.k8s.io/Lease': excluded,
  '/ConfigMap': (into, object, reader) => {
    noteKind(into, object);
    if (object.name === 'argocd-cm' || object.name === 'argocd-cmd-params-cm')
      into.argocdSettings.push(readSettings(object, reader));
    const { config, controlPlane, trustRoots } = readConfigMap(object, reader);
    if (config !== undefined) into.configs.push(config);
    if (controlPlane !== undefined) into.controlPlane = controlPlane;
    if (trustRoots !== undefined) into.trustRoots = trustRoots;
  },
  'apps/Deployment': workload,
  'apps/StatefulSet': workload,
  'apps/DaemonSet': workload,
  'batch/Job': workload,
  'rbac.authorization.k8s.io/Role': role,
  'rbac.authorization.k8s.io/ClusterRole': role,
  'rbac.authorization.k8s.io/RoleBinding': binding,
  'rbac.authorization.k8s.io/ClusterRoleBinding': binding,
  'policy.linkerd.io/Server': (into, object, reader) => into.servers.push(readServer(object, reader)),
  'policy.linkerd.io/AuthorizationPolicy': (into, object, reader) =>
    into.authorizationPolicies.push(readAuthorizationPolicy(object, reader)),
  'policy.linkerd.io/NetworkAuthentication': (into, object, reader) =>
    into.networkAuthentications.push(readNetworkAuthentication(object, reader)),
  'policy.linkerd.io/MeshTLSAuthentication': (into, object, reader) =>
    into.meshAuthentications.push(readMeshAuthentication(object, reader)),
  'policy.linkerd.io/HTTPRoute': route,
  'gateway.networking.k8s.io/HTTPRoute': route,
  'gateway.networking.k8s.io/GRPCRoute': route,
  'gateway.networking.k8s.io/TLSRoute': route,
  'gateway.networking.k8s.io/TCPRoute': route,
  'split.smi-spec.io/TrafficSplit': (into, object, reader) =>
    into.routes.push(readTrafficSplit(object, reader)),
  'apiextensions.k8s.io/CustomResourceDefinition': (into, object, reader) => {
    const crd = readCrd(object, reader);
    if (crd !== undefined) into.crds.push(crd);
  },
  'external-secrets.io/ExternalSecret': (into, object, reader) => {
    into.secrets.push(readExternalSecret(object, reader));
    noteCluster(into, object, reader);
  },
  'external-secrets.io/PushSecret': (into, object, reader) =>
    into.pushSecrets.push(readPushSecret(object, reader)),
  'external-secrets.io/SecretStore': store,
  'external-secrets.io/ClusterSecretStore': store,
  'bitnami.com/SealedSecret': (into, object, reader) => into.secrets.push(readSealedSecret(object, reader)),
  'argoproj.io/Application': (into, object, reader) =>
    into.applications.push(readApplication(object, reader)),
  'argoproj.io/ApplicationSet': (into, object, reader) =>
    into.applications.push(readApplicationSet(object, reader)),
  'argoproj.io/AppProject': (into, object, reader) => into.projects.push(readProject(object, reader)),
};

function noteCluster(into: OpenSymbols, object: ObjectSymbol, reader: Reader): void {
  const cluster = readArgocdCluster(object, reader);
  if (cluster !== undefined) into.argocdClusters.push(cluster);
}

/** Notes a kind that no list of symbols tells. */
function noteKind(into: OpenSymbols, { apiVersion, kind, namespace }: ObjectSymbol): void {
  if (namespace === undefined) return;
  into.otherKinds.add(`${groupOf(apiVersion)}/${kind} ${namespace}`);
}

/** The readers of a kind, by group, and the one of the version that was met last: a fleet has one. */
interface KindReaders {
  readonly byGroup: Map<string, Read>;
  apiVersion?: string;
  read?: Read | undefined;
}

const byKind = new Map<string, KindReaders>();
for (const [key, read] of Object.entries(readers)) {
  const slash = key.indexOf('/');
  const kind = key.slice(slash + 1);
  const known: KindReaders = byKind.get(kind) ?? { byGroup: new Map<string, Read>() };
  known.byGroup.set(key.slice(0, slash), read);
  byKind.set(kind, known);
}

function readerOf({ kind, apiVersion }: ObjectSymbol): Read | undefined {
  const known = byKind.get(kind);
  if (known === undefined || known.apiVersion === apiVersion) return known?.read;
  known.apiVersion = apiVersion;
  return (known.read = known.byGroup.get(groupOf(apiVersion)));
}

/** True for an object that Argo CD or Helm reads an annotation of. */
function isSteered({ annotations }: ObjectSymbol): boolean {
  for (const key in annotations) if (isSteering(key)) return true;
  return false;
}

const hookKeys = ['helm.sh/hook', 'argocd.argoproj.io/hook'];

/** Reads one object into the symbols of its cluster and tells who it is. */
export function readObject(into: OpenSymbols, reader: Reader, file: string | undefined): ObjectSymbol {
  const object = objectSymbol(into.name, reader, file);
  const read = readerOf(object);
  if (read === undefined) noteKind(into, object);
  else read(into, object, reader);
  if (isSteered(object)) {
    into.steered.push(object);
    if (hookKeys.some((hook) => Object.hasOwn(object.annotations, hook))) into.hooks.push(object);
  }
  if (reader.mistyped.length > 0) into.mistyped.push({ ...object, mistyped: reader.mistyped });
  return object;
}
