// Which kinds are loaded together: those that a cluster's manifests hold as a rule, and each rare or large one alone.

const together = {
  workloads: ['Pod', 'Deployment', 'DaemonSet', 'StatefulSet', 'Job', 'CronJob'],
  cluster: [
    'Namespace',
    'Service',
    'ServiceAccount',
    'Secret',
    'ConfigMap',
    'Endpoints',
    'Role',
    'RoleBinding',
    'ClusterRole',
    'ClusterRoleBinding',
    'PodDisruptionBudget',
    'NetworkPolicy',
    'Server',
    'AuthorizationPolicy',
    'MeshTLSAuthentication',
    'NetworkAuthentication',
    'Link',
  ],
  'custom-resource-definition': ['CustomResourceDefinition'],
};

/** Name of the module in which the validator of a kind stands: `apps/v1/Deployment` of `kubernetes.json`. */
export function moduleOfKind(kind, file) {
  const name = kind.slice(kind.lastIndexOf('/') + 1);
  const found = Object.entries(together).find(([, names]) => names.includes(name));
  return found?.[0] ?? file.replace('.json', '');
}

/** Text of the table from which modules are loaded. `names` of kinds; `modules` as in `compileSchemas`. */
export function kindModules(names, modules) {
  const entries = Object.entries(modules).map(([file, validators]) => {
    const whole = validators.filter((validator) => validator.startsWith('kind'));
    const kinds = whole.map((validator) => [validator, names[Number(validator.slice('kind'.length))]]);
    return `  { load: () => import('./${file}.js'), kinds: ${JSON.stringify(Object.fromEntries(kinds))} },\n`;
  });
  return `export const kindModules = [\n${entries.join('')}];\n`;
}
