/** Where Git is told how files are merged. */
export const attributesFile = '.gitattributes';

/** Lets Git merge the index of the output by itself: the lines of both sides stay. */
export const mergeLine = 'dist/index.yaml merge=union';

/** Tells editors the schema of a file, where the package is installed beside the fleet. */
function schemaLine(name: 'fleet' | 'values'): string {
  return `# yaml-language-server: $schema=../node_modules/linkspan/config/schema/${name}.schema.json\n`;
}

/** Files of a small working fleet, by path below the folder it is made in. */
export const starterFleet: Readonly<Record<string, string>> = {
  'config/fleet.yaml': `${schemaLine('fleet')}# Who is in the fleet and who mirrors from whom; everything else is derived. \`linkspan synth\` writes dist/.
name: example

linkerd:
  release: edge-26.8.2

clusters:
  east:
    gateway: { address: gateway.east.example.com } # bare host or IP address, as west reaches it
  west: {}

topology:
  - link: { source: west, target: east } # west mirrors what east exports

credentials:
  externalSecrets:
    store: vault # a ClusterSecretStore of the External Secrets Operator
    key: 'linkerd-multicluster/{source}-to-{target}' # holds the kubeconfig under \`kubeconfig\`

argocd:
  repoURL: https://git.example.com/platform/mesh
  clusterSelector: { mesh.example.com/linkerd-multicluster: 'true' }
`,
  'config/values.yaml': `${schemaLine('values')}# Values of the linkerd-multicluster chart for every cluster; <argocdName>-values.yaml goes on top.
revisionHistoryLimit: 3
`,
};
