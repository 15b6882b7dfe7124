import { readTextFile } from '../config/read-text-file.js';
import { check, type CheckOptions } from '../checks/check.js';
import { describeCode } from '../checks/describe.js';
import { type ReadFacts, readFacts } from '../checks/read-facts.js';
import { releasePoint } from '../releases/release-point.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { summaryOf, type Summary } from '../diagnostics/summary.js';
import { readInputs, type CheckInputs, type ReadInputs } from './check-inputs.js';
import { nameAndPath, stdinTwice } from './name-path.js';

/** What `check` looks at, and how. */
export interface CheckManifestsOptions
  extends CheckInputs, Pick<CheckOptions, 'only' | 'skip' | 'severity' | 'rules'> {
  /** A fleet file, whole or in part, for facts that no manifest holds. */
  readonly fleet?: string;
  /** The Linkerd release that runs, when no manifest tells. */
  readonly release?: string;
}

/** How a check ended; `usage` says that it was asked for wrongly, and nothing was looked at. */
export type CheckResult =
  | { readonly usage: string }
  | { readonly usage?: undefined; readonly diagnostics: readonly Diagnostic[]; readonly summary: Summary };

const mostClustersNamed = 5;

/** Runs the linker over manifests of any origin: files and folders, never a cluster. */
export function checkManifests(options: CheckManifestsOptions): CheckResult {
  const unknown = unknownCode(options);
  if (unknown !== undefined) return { usage: `there is no code ${unknown}` };
  if (options.release !== undefined && releasePoint(options.release) === undefined) {
    return { usage: `${options.release} is no release; write edge-26.8.3, 2.18 or stable-2.14.10` };
  }
  if (options.folders.includes('-'))
    return { usage: 'standard input needs the name of its cluster: `--cluster NAME=-`' };
  const named = [...options.clusters, ...(options.values ?? [])].map((each) => nameAndPath(each)?.path);
  const twice = stdinTwice([...named, ...options.argocd, options.fleet]);
  if (twice !== undefined) return { usage: twice };
  const facts = factsOf(options);
  const inputs = readInputs(options, facts.facts);
  if (inputs.usage !== undefined) return { usage: inputs.usage };
  const others = [...inputs.diagnostics, ...facts.diagnostics, ...nothingLinked(inputs)];
  const diagnostics = check(inputs, { ...options, ...facts, others });
  return {
    diagnostics,
    summary: summaryOf(diagnostics, {
      clusters: inputs.clusters.length,
      links: inputs.clusters.reduce((sum, each) => sum + each.links.length, 0),
      objects: inputs.clusters.reduce((sum, each) => sum + each.objectCount, inputs.argocd?.objectCount ?? 0),
    }),
  };
}

/** Says so when the files hold nothing that rules could look at. Reports NOTHING_LINKED. */
function nothingLinked({ clusters, diagnostics }: ReadInputs): Diagnostic[] {
  const isOfMesh = ({ links, services, workloads, serviceAccounts }: ClusterSymbols) =>
    links.length > 0 ||
    [...services, ...workloads, ...serviceAccounts].some(
      ({ labels, annotations }) =>
        labels['linkerd.io/extension'] === 'multicluster' ||
        [labels, annotations].some((map) =>
          Object.keys(map).some((key) => key.startsWith('mirror.linkerd.io/')),
        ),
    );
  // what could not be read may hold it all
  if (diagnostics.some(({ severity }) => severity === 'error')) return [];
  if (clusters.length === 0 || clusters.some(isOfMesh)) return [];
  const named = clusters.slice(0, mostClustersNamed).map(({ name }) => name);
  const more = clusters.length - named.length;
  return [
    {
      code: 'NOTHING_LINKED',
      severity: 'info',
      message: `no Link, gateway or controller stands in the files that were taken for ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      fix: 'give rendered manifests, a folder for each cluster: `helm template … > manifests/<cluster>/all.yaml`; or name files by `--cluster NAME=PATH` and chart values by `--values NAME=FILE`',
    },
  ];
}

/** A code among `--only` and `--skip` that no rule has. */
export function unknownCode({
  only = [],
  skip = [],
  rules = [],
}: Pick<CheckOptions, 'only' | 'skip' | 'rules'>): string | undefined {
  return [...only, ...skip].find(
    (code) => describeCode(code) === undefined && !rules.some((rule) => rule.code === code),
  );
}

function factsOf(options: CheckManifestsOptions): ReadFacts {
  const release = options.release === undefined ? {} : { release: options.release };
  if (options.fleet === undefined) return { facts: release, diagnostics: [] };
  const read = readTextFile(options.fleet);
  if (read.text === undefined) return { facts: release, diagnostics: read.diagnostics };
  const known = readFacts(read.text, options.fleet);
  return { ...known, facts: { ...known.facts, ...release } };
}
