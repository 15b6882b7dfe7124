// Where the structure of each custom kind comes from: files of `LINKSPAN_UPSTREAM` and what they are copies of.
const linkerd = (file, path) => ({
  file: `linkerd2/edge-26.8.3/${file}`,
  repository: 'https://github.com/linkerd/linkerd2',
  release: 'edge-26.8.3',
  path,
});
const policy = (name) =>
  linkerd(`policy-crds/${name}.yaml`, `charts/linkerd-crds/templates/policy/${name}.yaml`);
const other = (file, repository, release, path) => ({
  file: `crds/${file}`,
  repository: `https://github.com/${repository}`,
  release,
  path,
});
const bases = (file, repository, release, folder) => other(file, repository, release, `${folder}/${file}`);

/** Sources by the name of the file they become in `lib/schemas/sources/`. */
export const crdFiles = {
  link: linkerd(
    'links.multicluster.linkerd.io.crd.yaml',
    'multicluster/charts/linkerd-multicluster/templates/link-crd.yaml',
  ),
  server: policy('server'),
  'server-authorization': policy('server-authorization'),
  'authorization-policy': policy('authorization-policy'),
  'meshtls-authentication': policy('meshtls-authentication'),
  'network-authentication': policy('network-authentication'),
  'egress-network': policy('egress-network'),
  'http-local-ratelimit-policy': policy('http-local-ratelimit-policy'),
  'policy-httproute': linkerd(
    'policy-crds/httproute.yaml',
    'charts/linkerd-crds/templates/policy/httproute.yaml',
  ),
  // Linkerd 2.20 ignores routes with fields newer than Gateway API 1.2.1
  httproute: other(
    'gateway-api-v1.2.1/gateway.networking.k8s.io_httproutes.yaml',
    'kubernetes-sigs/gateway-api',
    'v1.2.1',
    'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
  ),
  grpcroute: other(
    'gateway-api-v1.2.1/gateway.networking.k8s.io_grpcroutes.yaml',
    'kubernetes-sigs/gateway-api',
    'v1.2.1',
    'config/crd/standard/gateway.networking.k8s.io_grpcroutes.yaml',
  ),
  trafficsplit: other(
    'split.smi-spec.io_trafficsplits.yaml',
    'linkerd/linkerd-smi',
    'v0.2.7',
    'charts/linkerd-smi/templates/trafficsplit-crd.yaml',
  ),
  application: other(
    'argoproj.io_applications.yaml',
    'argoproj/argo-cd',
    'v3.5.1',
    'manifests/crds/application-crd.yaml',
  ),
  applicationset: other(
    'argoproj.io_applicationsets.yaml',
    'argoproj/argo-cd',
    'v3.5.1',
    'manifests/crds/applicationset-crd.yaml',
  ),
  appproject: other(
    'argoproj.io_appprojects.yaml',
    'argoproj/argo-cd',
    'v3.5.1',
    'manifests/crds/appproject-crd.yaml',
  ),
  externalsecret: bases(
    'external-secrets.io_externalsecrets.yaml',
    'external-secrets/external-secrets',
    'v2.9.0',
    'config/crds/bases',
  ),
  clustersecretstore: bases(
    'external-secrets.io_clustersecretstores.yaml',
    'external-secrets/external-secrets',
    'v2.9.0',
    'config/crds/bases',
  ),
  pushsecret: bases(
    'external-secrets.io_pushsecrets.yaml',
    'external-secrets/external-secrets',
    'v2.9.0',
    'config/crds/bases',
  ),
  sealedsecret: bases(
    'bitnami.com_sealedsecrets.yaml',
    'bitnami-labs/sealed-secrets',
    'v0.36.6',
    'helm/sealed-secrets/crds',
  ),
  servicemonitor: bases(
    'monitoring.coreos.com_servicemonitors.yaml',
    'prometheus-operator/prometheus-operator',
    'v0.93.0',
    'example/prometheus-operator-crd',
  ),
  podmonitor: bases(
    'monitoring.coreos.com_podmonitors.yaml',
    'prometheus-operator/prometheus-operator',
    'v0.93.0',
    'example/prometheus-operator-crd',
  ),
  prometheusrule: bases(
    'monitoring.coreos.com_prometheusrules.yaml',
    'prometheus-operator/prometheus-operator',
    'v0.93.0',
    'example/prometheus-operator-crd',
  ),
  certificate: bases(
    'cert-manager.io_certificates.yaml',
    'cert-manager/cert-manager',
    'v1.21.1',
    'deploy/crds',
  ),
  issuer: bases('cert-manager.io_issuers.yaml', 'cert-manager/cert-manager', 'v1.21.1', 'deploy/crds'),
  clusterissuer: bases(
    'cert-manager.io_clusterissuers.yaml',
    'cert-manager/cert-manager',
    'v1.21.1',
    'deploy/crds',
  ),
  bundle: bases('trust.cert-manager.io_bundles.yaml', 'cert-manager/trust-manager', 'v0.24.0', 'deploy/crds'),
  clusterbundle: bases(
    'trust-manager.io_clusterbundles.yaml',
    'cert-manager/trust-manager',
    'v0.24.0',
    'deploy/crds',
  ),
};
