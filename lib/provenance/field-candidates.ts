import type { FieldPath } from '../config/loaded-config.js';
import type { ObjectReference } from '../diagnostics/diagnostic.js';
import type { Edge } from '../topology/edge.js';
import type { Candidate } from './source.js';

/** What a field belongs to: its object, and the clusters and the edge that the file is about. */
export interface FieldContext {
  readonly object: ObjectReference | undefined;
  readonly cluster: string;
  readonly target?: string;
  readonly edge?: Edge;
}

/** Facts that the fleet file or a values file states, in the order in which they win. */
function gatewayFact(cluster: string, ...path: string[]): Candidate[] {
  return [
    { fleet: ['clusters', cluster, 'gateway', ...path] },
    { values: ['gateway', ...path], cluster },
    { fleet: ['clusters', cluster, 'gateway'] },
    { fleet: ['clusters', cluster] },
  ];
}

/** A port as a Link names it: the node port where there is one. */
function portFact(cluster: string, ...above: string[]): Candidate[] {
  const [nodePort, port] = [
    gatewayFact(cluster, ...above, 'nodePort'),
    gatewayFact(cluster, ...above, 'port'),
  ];
  return [...nodePort.slice(0, 2), ...port];
}

/** Path of the shape that asks for an edge: where its options stand. */
function optionsOf({ path }: Edge): FieldPath {
  return path.slice(0, 3);
}

function linkField(field: string, { target = '', edge }: FieldContext): Candidate[] {
  const option = (...path: string[]): Candidate[] =>
    edge === undefined ? [] : [{ fleet: [...optionsOf(edge), ...path] }];
  const [, name = '', below = ''] = /^spec\.(\w+)(?:\.(\w+))?/.exec(field) ?? [];
  switch (name) {
    case 'gatewayAddress':
      return gatewayFact(target, 'address');
    case 'gatewayPort':
      return portFact(target);
    case 'gatewayIdentity':
      return [
        { fleet: ['clusters', target, 'trustDomain'] },
        { values: ['identityTrustDomain'], cluster: target },
        { fleet: ['linkerd', 'trustDomain'] },
      ];
    case 'targetClusterDomain':
      return [{ fleet: ['clusters', target, 'clusterDomain'] }, { fleet: ['linkerd', 'clusterDomain'] }];
    case 'targetClusterLinkerdNamespace':
      return [{ fleet: ['clusters', target, 'linkerdNamespace'] }, { fleet: ['linkerd', 'namespace'] }];
    case 'probeSpec':
      if (below === 'port') return portFact(target, 'probe');
      if (below === 'path') return gatewayFact(target, 'probe', 'path');
      return [...option('probe', below), ...option('probe')];
    default:
      return [...option(name, below), ...option(name)];
  }
}

function credentialField(field: string, { edge }: FieldContext): Candidate[] {
  const blocks: FieldPath[] = [
    ...(edge === undefined ? [] : [[...optionsOf(edge), 'credentials']]),
    ['credentials'],
  ];
  const settings: readonly (readonly [RegExp, string])[] = [
    [/^metadata\.name$/, 'name'],
    [/^spec\.refreshInterval/, 'refreshInterval'],
    [/^spec\.secretStoreRef/, 'store'],
    [/property$/, 'property'],
    [/^spec\.data/, 'key'],
  ];
  const setting = settings.find(([pattern]) => pattern.test(field))?.[1];
  return blocks.flatMap((block): Candidate[] => [
    ...(setting === undefined ? [] : [{ fleet: [...block, 'externalSecrets', setting] }]),
    { fleet: block },
  ]);
}

const argocdSettings: readonly (readonly [RegExp, string])[] = [
  [/^metadata\.name$/, 'applicationSet'],
  [/^metadata\.namespace$/, 'namespace'],
  [/labels/, 'labels'],
  [/annotations/, 'annotations'],
  [/^spec\.generators/, 'clusterSelector'],
  [/^spec\.template\.metadata\.name$/, 'applicationName'],
  [/\.project$/, 'project'],
  [/\.repoURL$/, 'repoURL'],
  [/\.targetRevision$/, 'targetRevision'],
  [/\.path$/, 'path'],
  [/syncPolicy\.automated/, 'automated'],
  [/syncOptions/, 'syncOptions'],
];

/** Fields of the input that a field of Argo CD's own objects is made from, the likeliest first. */
export function argocdCandidates(concern: string, field: string): Candidate[] {
  if (concern === 'project') return [{ fleet: ['argocd', 'createProject'] }, { fleet: ['argocd'] }];
  const setting = argocdSettings.find(([pattern]) => pattern.test(field))?.[1];
  return [...(setting === undefined ? [] : [{ fleet: ['argocd', setting] }]), { fleet: ['argocd'] }];
}

/**
 * Fields of the input that a field of a cluster's output is known to be made from, the likeliest first.
 *
 * `field` is its path in the object, or empty.
 */
export function fieldCandidates(concern: string, field: string, context: FieldContext): Candidate[] {
  const { cluster, object } = context;
  if (object?.kind === 'Link' && field !== '') return linkField(field, context);
  if (concern === 'credentials' || concern === 'pushed-credentials') return credentialField(field, context);
  if (concern !== 'gateway' || object?.kind !== 'Service') return [];
  if (field === 'spec.type') return gatewayFact(cluster, 'serviceType');
  const [, index, key] = /^spec\.ports\[([01])\]\.(port|nodePort)$/.exec(field) ?? [];
  if (key === undefined) return [];
  return gatewayFact(cluster, ...(index === '1' ? ['probe'] : []), key);
}
