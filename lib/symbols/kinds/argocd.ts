import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** An Application, or the template of an ApplicationSet. */
export interface ApplicationSymbol extends ObjectSymbol {
  /** Name of the Application or its template. */
  readonly applicationName?: Field<string>;
  readonly project?: Field<string>;
  readonly destinationNamespace?: Field<string>;
  readonly destinationServer?: Field<string>;
  readonly paths: readonly Field<string>[];
  readonly chart?: Field<string>;
  readonly syncOptions: readonly Field<string>[];
  readonly isAutomated: boolean;
  /** For a cluster generator: the labels that a cluster's Secret must carry. */
  readonly clusterLabels: readonly Field<string>[];
  readonly preservesResources?: boolean;
  readonly goTemplate?: boolean;
}

/** Reads an Application. */
export function readApplication(object: ObjectSymbol, reader: Reader): ApplicationSymbol {
  return {
    ...object,
    ...common(reader),
    applicationName: reader.text('metadata', 'name'),
    clusterLabels: [],
  };
}

/** Reads an ApplicationSet. */
export function readApplicationSet(object: ObjectSymbol, reader: Reader): ApplicationSymbol {
  const template = reader.sub('spec', 'template');
  return {
    ...object,
    ...(template === undefined ? { paths: [], syncOptions: [], isAutomated: false } : common(template)),
    applicationName: template?.text('metadata', 'name'),
    clusterLabels: reader
      .items('spec', 'generators')
      .flatMap((generator) => generator.map('clusters', 'selector', 'matchLabels')),
    preservesResources: reader.raw('spec', 'syncPolicy', 'preserveResourcesOnDeletion') === true,
    goTemplate: reader.raw('spec', 'goTemplate') === true,
  };
}

function common(
  reader: Reader,
): Pick<ApplicationSymbol, 'paths' | 'syncOptions' | 'isAutomated'> & Partial<ApplicationSymbol> {
  const source = reader.sub('spec', 'source');
  const sources = [...(source === undefined ? [] : [source]), ...reader.items('spec', 'sources')];
  return {
    project: reader.text('spec', 'project'),
    destinationNamespace: reader.text('spec', 'destination', 'namespace'),
    destinationServer:
      reader.text('spec', 'destination', 'server') ?? reader.text('spec', 'destination', 'name'),
    paths: sources.flatMap((each) => each.text('path') ?? []),
    chart: sources.map((each) => each.text('chart')).find((chart) => chart !== undefined),
    syncOptions: reader.texts('spec', 'syncPolicy', 'syncOptions'),
    isAutomated: reader.sub('spec', 'syncPolicy')?.has('automated') ?? false,
  };
}

/** An AppProject. */
export interface ProjectSymbol extends ObjectSymbol {
  readonly destinations: readonly {
    readonly namespace?: string;
    readonly server?: string;
    readonly name?: string;
  }[];
  readonly refusedKinds: readonly { readonly group: string; readonly kind: string }[];
  /** Absent when every kind of the scope is allowed. */
  readonly allowedClusterKinds?: readonly { readonly group: string; readonly kind: string }[];
}

/** Reads an AppProject. */
export function readProject(object: ObjectSymbol, reader: Reader): ProjectSymbol {
  const kinds = (...path: string[]) =>
    reader.items(...path).map((item) => ({ group: item.word('group') ?? '', kind: item.word('kind') ?? '' }));
  return {
    ...object,
    destinations: reader.items('spec', 'destinations').map((each) => ({
      namespace: each.word('namespace'),
      server: each.word('server'),
      name: each.word('name'),
    })),
    refusedKinds: [
      ...kinds('spec', 'namespaceResourceBlacklist'),
      ...kinds('spec', 'clusterResourceBlacklist'),
    ],
    ...(reader.has('spec', 'clusterResourceWhitelist')
      ? { allowedClusterKinds: kinds('spec', 'clusterResourceWhitelist') }
      : {}),
  };
}
