import { configOf } from '../support/config-folder.js';

/** A fleet with something of everything that findings are placed at. */
export const fleet = `name: example
linkerd:
  release: edge-26.8.2
  trustDomain: cluster.local
argocd:
  project: tools
  repoURL: https://git.example.com/mesh
  clusterSelector: { mesh: "yes" }
clusters:
  hub:
    argocdName: in-cluster
    gateway:
      address: gateway.example.com
      serviceType: NodePort
      nodePort: 30143
      probe:
        nodePort: 30191
  east: {}
  west:
    patches:
      - target: { kind: Deployment, name: controller-hub }
        merge:
          spec:
            revisionHistoryLimit: 5
topology:
  - hubAndSpoke:
      hub: hub
      spokes:
        - east
        - west
      probe:
        period: 5s
  - link:
      source: hub
      target: west
      mode: flat
      credentials:
        manual: {}
credentials:
  externalSecrets:
    store: vault
    key: "{source}-to-{target}"
monitoring:
  scrapers:
    - { namespace: grafana, serviceAccount: alloy }
`;
/** Its values files. */
export const values = {
  'values.yaml': `linkerd-multicluster:
  commonLabels:
    team: mesh
  localServiceMirror:
    resources:
      requests:
        cpu: 3m
`,
  'in-cluster-values.yaml': `linkerd-multicluster:
  gateway:
    replicas: 2
    deploymentAnnotations:
      config.linkerd.io/proxy-cpu-request: 20m
  podLabels:
    tier: hub
  controllers:
    - link:
        ref:
          name: west
      resources:
        requests:
          cpu: 7m
`,
};

/** Both, as loaded. */
export const config = configOf(fleet, values);
