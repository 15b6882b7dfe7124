import { applicationFiles, type ArgocdFile } from '../argocd/argocd-files.js';
import { StreamedCheck } from '../checks/streamed-check.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { SymbolCollector } from '../symbols/symbols-of.js';
import type { Cluster, Fleet } from '../topology/fleet.js';
import type { OpenedFleet } from './open-fleet.js';

/** The files of one cluster, on their way to the linker. */
export interface ClusterFiles {
  /** Takes the symbols of a file; its objects can be dropped. */
  readonly add: (path: string, manifests: readonly Manifest[]) => void;
  /** Links the cluster as far as it tells on its own, and keeps the rest. */
  readonly end: () => void;
}

/** Takes the symbols of clusters as they stream by, then links them. */
export class FleetLinker {
  readonly #check: StreamedCheck;
  readonly #fleet: Fleet;
  #applications: ClusterSymbols | undefined;

  /** @param severity the mildest that findings may have */
  constructor(opened: OpenedFleet, severity: Severity) {
    const { config, fleet, release } = opened;
    this.#fleet = fleet;
    this.#check = new StreamedCheck(
      {
        release: release.name,
        oneApplication: true,
        clusters: Object.fromEntries(
          fleet.clusters.map(({ name, argocdName, trustDomain, clusterDomain }) => [
            name,
            { argocdName, trustDomain, clusterDomain, release: release.name },
          ]),
        ),
      },
      {
        severity,
        suppressions: fleet.suppress.map((each, i) => ({
          ...each,
          ...whereIn(fleet.output, each.where),
          ...config.placeOf(['suppress', i]),
        })),
      },
    );
  }

  /** Takes one cluster file by file. */
  collect(cluster: Cluster): ClusterFiles {
    const collector = new SymbolCollector(cluster.name);
    return {
      add: (path, manifests) => {
        for (const manifest of manifests) collector.addObject(manifest, path);
      },
      end: () => {
        this.#check.addCluster(collector.finish());
      },
    };
  }

  /** Links the clusters that were collected since the last region, which nothing leads out of. */
  linkRegion(): void {
    this.#applications ??= argocdSymbols(applicationFiles(this.#fleet));
    this.#check.linkRegion(this.#applications);
  }

  /** Links all that is left, and what Argo CD's own objects refer to. */
  link(files: readonly ArgocdFile[]): void {
    this.#check.link(argocdSymbols(files));
  }

  /**
   * Every finding of the linker and what `others` found, less what the fleet suppresses. Asked for when all is linked.
   *
   * Reports SUPPRESSION_UNUSED at the suppression's own place.
   */
  findings(others: readonly Diagnostic[]): Diagnostic[] {
    const found = this.#check.findings(others);
    // the fleet file's own check has told it at the cluster's place
    return found.filter(({ code, object }) => code !== 'APPLICATION_NAME_LONG' || object === undefined);
  }
}

function argocdSymbols(files: readonly ArgocdFile[]): ClusterSymbols {
  const collector = new SymbolCollector('argocd');
  for (const { path, manifest } of files) collector.addObject(manifest, path);
  return collector.finish();
}

/** Findings name files from the output folder on; people copy paths with it. */
function whereIn(output: string, where: string | undefined): { readonly where?: string } {
  return where?.startsWith(`${output}/`) === true ? { where: where.slice(output.length + 1) } : {};
}
