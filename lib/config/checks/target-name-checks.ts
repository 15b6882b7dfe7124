import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { plainScalar } from '../../helm/plain-scalar.js';
import type { FleetConfig } from '../fleet-config.js';
import type { PlaceOf } from '../loaded-config.js';
import type { Shape } from '../topology-config.js';
import { fieldText } from '../validate/field-text.js';

/**
 * Clusters that Links lead to, whose names must be text in YAML without quotes too: the chart writes none around them.
 *
 * Reports CONFIG_FORMAT, once for each cluster.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/deployment.yaml
 */
export function targetNameChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return Object.entries(fleet.clusters).flatMap(([name, cluster]): Diagnostic[] => {
    const read = plainScalar(name);
    if (typeof read === 'string') return [];
    // shapes that are not sound are left out, and leave a gap
    const shapes: readonly (Shape | undefined)[] = fleet.topology ?? [];
    const shape = shapes.findIndex((each) => each !== undefined && makesTarget(each, name));
    if (shape === -1) return [];
    const path = ['clusters', name];
    const ofArgocd = cluster?.argocdName === undefined ? `, with \`argocdName: "${name}"\`` : '';
    return [
      {
        code: 'CONFIG_FORMAT',
        severity: 'error',
        message: `the key \`${name}\`: no Link can lead to a cluster of this name, which YAML reads as ${kindOf(read)}`,
        why: 'the chart writes the name into labels and arguments without quotes, whatever quotes it has here, and the API server takes only text there',
        fix: `write another key, such as \`cluster-${name}\`${ofArgocd}`,
        cluster: name,
        path: fieldText(path),
        related: [{ message: 'a Link leads to it', ...placeOf(['topology', shape]) }],
        ...placeOf(path, 'key'),
      },
    ];
  });
}

function kindOf(value: number | boolean | null): string {
  if (value === null) return 'nothing';
  return typeof value === 'number' ? 'a number' : `\`${String(value)}\``;
}

function makesTarget(shape: Shape, name: string): boolean {
  if ('hubAndSpoke' in shape) return shape.hubAndSpoke.hub === name;
  if ('link' in shape) return shape.link.target === name;
  // without a list it is of all clusters
  return ('mesh' in shape ? shape.mesh.clusters : shape.pair.clusters)?.includes(name) ?? true;
}
