import type { Annotations, DnsLabel, DnsName, Labels, PlainText, PlainWord } from './scalars.js';

/** Name of an Application where the fleet says nothing of it. */
export const defaultApplicationName = '{nameNormalized}-linkerd-multicluster';

/** How Argo CD finds the output and what the generated Applications look like. */
export interface ArgocdConfig {
  /**
   * Namespace of Argo CD, where AppProjects live. The ApplicationSet names none: it goes to the destination of what applies it, which must be this one.
   * @default "argocd"
   * @example "argo"
   */
  readonly namespace?: DnsLabel;
  /**
   * AppProject of the Applications. Refers to an existing one unless `createProject` is set.
   * @derived "default", or the fleet's name with `createProject`
   * @example "cluster-tools"
   */
  readonly project?: DnsName;
  /**
   * Renders the AppProject too, with exactly the kinds, names, namespaces, clusters and source in use.
   * @default false
   * @example true
   */
  readonly createProject?: boolean;
  /**
   * Name of the ApplicationSet.
   * @derived the fleet's name with `-linkerd-multicluster`
   * @example "linkerd-multicluster-tool"
   */
  readonly applicationSet?: DnsName;
  /**
   * Name of each Application; `{name}` and `{nameNormalized}` stand for the cluster as Argo CD knows it.
   * Changing it makes new Applications beside the old ones, which stay and own the same objects until somebody deletes them.
   * @placeholders ["name", "nameNormalized"]
   * @default "{nameNormalized}-linkerd-multicluster"
   * @example "{nameNormalized}-linkerd-multicluster"
   */
  readonly applicationName?: string;
  /**
   * Git repository that holds the committed output.
   * @example "https://github.com/spydersoft-consulting/ops-argo"
   */
  readonly repoURL: PlainWord;
  /**
   * Branch, tag or commit that Argo CD follows.
   * @default "HEAD"
   * @example "main"
   */
  readonly targetRevision?: PlainWord;
  /**
   * Folder of the repository that holds the output folder, when it is not at the top; relative, with slashes.
   * @format repository-path
   * @default ""
   * @example "cluster-tools/linkspan"
   */
  readonly path?: string;
  /**
   * Where the ApplicationSet takes its clusters from. `clusters`: Argo CD's cluster Secrets by label, so that a label
   * decides. `git`: `clusters.yaml` of the output, so that a commit decides; read at `targetRevision`. `list`: the
   * clusters written into the ApplicationSet. The last two find a cluster by its name in Argo CD; all clusters of the
   * fleet get an Application, labelled or not.
   * @default "clusters"
   * @example "git"
   */
  readonly generator?: 'clusters' | 'git' | 'list';
  /**
   * Labels that a cluster Secret of Argo CD must carry to get an Application, beside the secret type.
   * @default {}
   * @example { "spydersoft.io/linkerd-multicluster": "true" }
   */
  readonly clusterSelector?: Labels;
  /**
   * Labels of the ApplicationSet and of each Application.
   * @default {}
   * @example { "spydersoft.io/category": "cluster-tools" }
   */
  readonly labels?: Labels;
  /**
   * Annotations of each Application, beside the ones that make diffs and caching right.
   * @default {}
   * @example { "notifications.argoproj.io/subscribe.on-sync-failed.slack": "mesh" }
   */
  readonly annotations?: Annotations;
  /**
   * Sync options of each Application.
   * @default ["CreateNamespace=true", "RespectIgnoreDifferences=true", "ServerSideApply=true"]
   * @example ["ServerSideApply=true"]
   */
  readonly syncOptions?: readonly PlainText[];
  /**
   * Lets Argo CD sync by itself. Absent means that a person presses Sync, as a change to a mesh deserves.
   * @example { "prune": true, "selfHeal": true }
   */
  readonly automated?: AutomatedSync;
}

/** Argo CD's automated sync. */
export interface AutomatedSync {
  /**
   * Deletes objects that are no longer in Git.
   * @default false
   * @example true
   */
  readonly prune?: boolean;
  /**
   * Undoes changes made in the cluster.
   * @default false
   * @example true
   */
  readonly selfHeal?: boolean;
}
