import { join } from 'node:path';
import { readTextFile } from '../config/read-text-file.js';
import { nestedTooDeepAt } from '../config/yaml/text-guard.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { parseYaml } from '../helm/parse-yaml.js';
import { isPlain } from './reader.js';

const kustomizationNames = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

/** A kustomization that changes what its files say: those of its files that are no manifests. */
export interface KustomizedFolder {
  /** Its own file. */
  readonly file: string;
  /** Patches and configuration, as they are named there, relative to the folder. */
  readonly partial: readonly string[];
  /** Keys of it that change or add objects by themselves: `namespace`, `labels`. */
  readonly changes: readonly string[];
}

/** What changes or makes objects without a file that says so. */
const changing = [
  'commonAnnotations',
  'commonLabels',
  'components',
  'configMapGenerator',
  'helmCharts',
  'images',
  'labels',
  'namePrefix',
  'nameSuffix',
  'namespace',
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge',
  'replacements',
  'replicas',
  'secretGenerator',
];

/**
 * The kustomization of a folder, if it has one.
 * @see https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/types/kustomization.go
 */
export function kustomizationOf(folder: string, names: readonly string[]): KustomizedFolder | undefined {
  const name = names.find((each) => kustomizationNames.has(each));
  if (name === undefined) return undefined;
  const file = join(folder, name);
  const data = readMap(file);
  if (data === undefined) return undefined;
  const partial = [
    ...['patches', 'patchesJson6902', 'replacements'].flatMap((key) => pathsIn(data[key])),
    ...['patchesStrategicMerge', 'configurations', 'transformers'].flatMap((key) => textsIn(data[key])),
  ];
  return { file, partial, changes: changing.filter((key) => isGiven(data[key])) };
}

/** What is kept of a Helm chart whose folder is walked through. */
export interface ChartFolder {
  /** Its folder. */
  readonly folder: string;
  /** Version of the chart `linkerd-multicluster` that it depends on, or is. */
  readonly multicluster?: string;
  /** Templates that speak of Linkerd and were passed over. */
  templates: number;
}

/** The Helm chart of a folder, if it is one. */
export function chartOf(folder: string, names: readonly string[]): ChartFolder | undefined {
  if (!names.includes('Chart.yaml')) return undefined;
  const data = readMap(join(folder, 'Chart.yaml')) ?? {};
  const charts = [data, ...(Array.isArray(data.dependencies) ? (data.dependencies as unknown[]) : [])];
  const multicluster = charts.find((each) => isPlain(each) && each.name === 'linkerd-multicluster');
  const version = isPlain(multicluster) ? multicluster.version : undefined;
  return {
    folder,
    ...(multicluster === undefined ? {} : { multicluster: typeof version === 'string' ? version : '' }),
    templates: 0,
  };
}

/** True for a file among the templates of a chart that Helm fills in; it is noted there. */
export function isChartTemplate(path: string, text: string, chart: ChartFolder): boolean {
  if (!text.includes('{{') || !/[\\/]templates[\\/]/.test(path.slice(chart.folder.length))) return false;
  if (text.includes('linkerd')) chart.templates++;
  return true;
}

/** What was not checked of a chart; nothing when it has nothing to do with Linkerd. */
export function chartDiagnostic({ folder, multicluster, templates }: ChartFolder): Diagnostic | undefined {
  if (multicluster === undefined && templates === 0) return undefined;
  const holds = [
    ...(templates === 0 ? [] : [`${templates} ${templates === 1 ? 'template' : 'templates'}`]),
    ...(multicluster === undefined ? [] : [`linkerd-multicluster ${multicluster}`.trim()]),
  ];
  const render = `pass what it renders: \`helm template NAME ${folder} --values FILE | linkspan check --cluster NAME=-\``;
  return {
    code: 'FILE_TEMPLATE',
    severity: 'info',
    message: `this is a Helm chart (${holds.join(', ')}); what it renders is not checked`,
    fix:
      multicluster === undefined ? render : `${render}, or its values files alone by \`--values NAME=FILE\``,
    file: join(folder, 'Chart.yaml'),
    line: 1,
    column: 1,
  };
}

function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}

/** Patches that were passed over and what else changes the files; nothing when they are applied as they stand. */
export function kustomizationDiagnostic(
  { file, changes }: KustomizedFolder,
  folder: string,
  passedOver: number,
): Diagnostic | undefined {
  if (passedOver === 0 && changes.length === 0) return undefined;
  const what =
    passedOver === 0
      ? `${changes.map((key) => `\`${key}\``).join(', ')} change${changes.length === 1 ? 's' : ''} what other files say`
      : `${passedOver} ${passedOver === 1 ? 'file' : 'files'} here only change${passedOver === 1 ? 's' : ''} other manifests`;
  return {
    code: 'FILE_TEMPLATE',
    severity: 'info',
    message: `${what}; what this kustomization builds is not checked`,
    fix: `pass what it builds: \`kubectl kustomize ${folder} | linkspan check --cluster NAME=-\``,
    file,
    line: 1,
    column: 1,
  };
}

/** Longest file of a chart or kustomization that is looked into, in characters; they are small. */
const longest = 256 * 1024;

/** Deepest nesting of such a file: kustomizations have five levels. */
const deepest = 50;

/** A small YAML file as a map; undefined when it is anything else, as its own reader will tell. */
function readMap(file: string): Record<string, unknown> | undefined {
  const { text = '' } = readTextFile(file);
  if (text.length > longest || nestedTooDeepAt(text, deepest) !== undefined) return undefined;
  try {
    const document = parseYaml(text, { logLevel: 'silent', uniqueKeys: false });
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return isPlain(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function pathsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => (isPlain(each) && typeof each.path === 'string' ? [each.path] : []));
}

function textsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.filter((each): each is string => typeof each === 'string' && !each.includes('\n'));
}
