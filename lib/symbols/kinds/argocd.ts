import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { ProjectSpec } from '../../argocd/project-permits.js';
import type { Reader } from '../reader.js';
import { readSelector, type SelectorSymbol } from './selector.js';

/** An Application, or the template of an ApplicationSet. */
export interface ApplicationSymbol extends ObjectSymbol {
  /** Name of the Application or its template. */
  readonly applicationName?: Field<string>;
  readonly project?: Field<string>;
  readonly destinationNamespace?: Field<string>;
  readonly destinationServer?: Field<string>;
  readonly destinationName?: Field<string>;
  readonly repoURLs: readonly Field<string>[];
  readonly paths: readonly Field<string>[];
  readonly chart?: Field<string>;
  readonly syncOptions: readonly Field<string>[];
  readonly isAutomated: boolean;
  /** For a cluster generator: the labels that a cluster's Secret must carry. */
  readonly clusterLabels: readonly Field<string>[];
  /** Selectors of its cluster generators, wherever they are nested; undefined for one that takes every cluster. */
  readonly clusterSelectors: readonly (SelectorSymbol | undefined)[];
  /** True when some generator is no cluster generator, so that the selectors tell only a part. */
  readonly hasOtherGenerators?: boolean;
  readonly preservesResources?: boolean;
  /** `spec.syncPolicy.applicationsSync` of an ApplicationSet. */
  readonly applicationsSync?: string;
  readonly goTemplate?: boolean;
  /** `goTemplateOptions` that stop at a parameter that nothing gives. */
  readonly failsOnMissingKey?: boolean;
  /** What the generators give, such as `name` and `values.env`; absent unless all are cluster generators. */
  readonly parameters?: readonly string[];
  /** True when it compares with what the API server would make of the manifests. */
  readonly comparesServerSide: boolean;
  /** Kinds of its `ignoreDifferences`. */
  readonly ignoredKinds: readonly string[];
}

/** Reads an Application. */
export function readApplication(object: ObjectSymbol, reader: Reader): ApplicationSymbol {
  return {
    ...object,
    ...common(reader),
    applicationName: reader.text('metadata', 'name'),
    clusterLabels: [],
    clusterSelectors: [],
  };
}

/** Reads an ApplicationSet. */
export function readApplicationSet(object: ObjectSymbol, reader: Reader): ApplicationSymbol {
  const template = reader.sub('spec', 'template');
  const generators = generatorsOf(reader.items('spec', 'generators'));
  const clusters = generators.filter((generator) => generator.has('clusters'));
  return {
    ...object,
    ...(template === undefined ? nothing : common(template)),
    clusterSelectors: clusters.map((generator) => readSelector(generator, 'clusters', 'selector')),
    ...(clusters.length === generators.length ? {} : { hasOtherGenerators: true }),
    applicationsSync: reader.text('spec', 'syncPolicy', 'applicationsSync')?.value,
    applicationName: template?.text('metadata', 'name'),
    clusterLabels: reader
      .items('spec', 'generators')
      .flatMap((generator) => generator.map('clusters', 'selector', 'matchLabels')),
    preservesResources: reader.raw('spec', 'syncPolicy', 'preserveResourcesOnDeletion') === true,
    goTemplate: reader.raw('spec', 'goTemplate') === true,
    failsOnMissingKey: reader.strings('spec', 'goTemplateOptions').includes('missingkey=error'),
    ...(generators.length > 0 &&
      clusters.length === generators.length && { parameters: clusters.flatMap(parametersOf) }),
  };
}

/**
 * What a cluster generator gives, but for `metadata`.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/generators/cluster.go
 */
function parametersOf(generator: Reader): readonly string[] {
  const values = Object.keys(generator.record('clusters', 'values')).map((key) => `values.${key}`);
  const list = generator.raw('clusters', 'flatList') === true ? ['clusters'] : [];
  return ['name', 'nameNormalized', 'server', 'project', ...values, ...list];
}

/** Generators with those that a matrix or merge holds, two deep as Argo CD allows. */
function generatorsOf(generators: readonly Reader[], depth = 0): readonly Reader[] {
  return generators.flatMap((generator) => {
    const nested = ['matrix', 'merge'].flatMap((key) => generator.items(key, 'generators'));
    return nested.length === 0 || depth > 1 ? [generator] : generatorsOf(nested, depth + 1);
  });
}

type Common = Pick<
  ApplicationSymbol,
  'paths' | 'repoURLs' | 'syncOptions' | 'isAutomated' | 'comparesServerSide' | 'ignoredKinds'
>;

const nothing: Common = {
  paths: [],
  repoURLs: [],
  syncOptions: [],
  isAutomated: false,
  comparesServerSide: false,
  ignoredKinds: [],
};

function common(reader: Reader): Common & Partial<ApplicationSymbol> {
  const source = reader.sub('spec', 'source');
  const sources = [...(source === undefined ? [] : [source]), ...reader.items('spec', 'sources')];
  return {
    project: reader.text('spec', 'project'),
    destinationNamespace: reader.text('spec', 'destination', 'namespace'),
    destinationServer: reader.text('spec', 'destination', 'server'),
    destinationName: reader.text('spec', 'destination', 'name'),
    repoURLs: sources.flatMap((each) => each.text('repoURL') ?? []),
    comparesServerSide: String(
      reader.raw('metadata', 'annotations', 'argocd.argoproj.io/compare-options'),
    ).includes('ServerSideDiff=true'),
    ignoredKinds: reader.items('spec', 'ignoreDifferences').flatMap((each) => each.text('kind')?.value ?? []),
    paths: sources.flatMap((each) => each.text('path') ?? []),
    chart: sources.map((each) => each.text('chart')).find((chart) => chart !== undefined),
    syncOptions: reader.texts('spec', 'syncPolicy', 'syncOptions'),
    isAutomated: reader.sub('spec', 'syncPolicy')?.has('automated') ?? false,
  };
}

/** An AppProject. */
export interface ProjectSymbol extends ObjectSymbol {
  readonly spec: ProjectSpec;
}

/** Reads an AppProject. */
export function readProject(object: ObjectSymbol, reader: Reader): ProjectSymbol {
  const kinds = (key: string) =>
    reader.has('spec', key)
      ? {
          [key]: reader.items('spec', key).map((item) => ({
            group: item.word('group') ?? '',
            kind: item.word('kind') ?? '',
            name: item.word('name'),
          })),
        }
      : {};
  return {
    ...object,
    spec: {
      sourceRepos: reader.strings('spec', 'sourceRepos'),
      destinations: reader.items('spec', 'destinations').map((each) => ({
        namespace: each.word('namespace'),
        server: each.word('server'),
        name: each.word('name'),
      })),
      ...kinds('namespaceResourceBlacklist'),
      ...kinds('namespaceResourceWhitelist'),
      ...kinds('clusterResourceBlacklist'),
      ...kinds('clusterResourceWhitelist'),
    },
  };
}

/** A cluster that Argo CD knows: a Secret, or the object that will make one. */
export interface ArgocdClusterSymbol extends ObjectSymbol {
  /** Its name in Argo CD. */
  readonly clusterName: Field<string>;
  readonly server?: string;
  /** Labels of the Secret, which cluster generators select by. */
  readonly clusterLabels: Readonly<Record<string, string>>;
}

const clusterType = 'argocd.argoproj.io/secret-type';

/** Reads a cluster's Secret, or the ExternalSecret or SealedSecret of one; undefined for any other. */
export function readArgocdCluster(object: ObjectSymbol, reader: Reader): ArgocdClusterSymbol | undefined {
  const template =
    object.kind === 'Secret'
      ? reader
      : (reader.sub('spec', 'target', 'template') ?? reader.sub('spec', 'template'));
  if (template?.raw('metadata', 'labels', clusterType) !== 'cluster') return undefined;
  const clusterLabels = template.record('metadata', 'labels');
  const plain = (key: string): Field<string> | undefined => {
    const text = template.text('stringData', key);
    if (text !== undefined) return text;
    const data = template.text('data', key);
    return data === undefined || object.kind !== 'Secret'
      ? data
      : { ...data, value: Buffer.from(data.value, 'base64').toString('utf8') };
  };
  const name = plain('name');
  if (name === undefined || name.value.includes('{{')) return undefined;
  const server = plain('server')?.value;
  return {
    ...object,
    clusterName: name,
    ...(server === undefined || server.includes('{{') ? {} : { server }),
    clusterLabels,
  };
}
