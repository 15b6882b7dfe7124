import type { ChartObject } from '../chart/chart-object.js';
import type { Raw } from '../chart/values.js';
import { goText } from '../helm/go-text.js';
import { merge } from '../helm/merge.js';
import { Placing } from '../helm/placing.js';
import { isTrue } from '../helm/truth.js';
import type { HelmMap } from '../helm/value.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { resolveRelease } from '../releases/resolve-release.js';
import { legacyProbeService, legacyPsp } from './legacy-gateway.js';
import { legacyMirror } from './legacy-mirror.js';
import type { LegacyRendering } from './legacy-rendering.js';
import type { LegacyLinkValues } from './legacy-values.js';
import { linkNameProblem } from './link-name.js';

/** What the legacy chart is rendered from. */
export interface LegacyLinkRequest {
  readonly release: string;
  /** Values of `linkerd-multicluster-link`, laid over its defaults. */
  readonly values: LegacyLinkValues | HelmMap;
  /** @default "linkerd-multicluster" */
  readonly namespace?: string;
  /** Version of the image and of created-by. The release when absent. */
  readonly linkerdVersion?: string;
}

/** Objects of the legacy chart, none where rendering it would fail. */
export interface LegacyLinkResult {
  readonly objects: readonly ChartObject[];
  readonly diagnostics: readonly Diagnostic[];
}

function defaults(linkerdVersion: string): HelmMap {
  return {
    cliVersion: `linkerd/cli ${linkerdVersion}`,
    controllerImage: 'cr.l5d.io/linkerd/controller',
    controllerImageVersion: linkerdVersion,
    imagePullSecrets: [],
    podAnnotations: {},
    podLabels: {},
    commonLabels: {},
    enableHeadlessServices: false,
    enableNamespaceCreation: false,
    enablePodAntiAffinity: false,
    gateway: { enabled: true, probe: { port: 4191 } },
    logLevel: 'info',
    logFormat: 'plain',
    nodeSelector: {},
    replicas: 1,
    resources: {},
    serviceMirrorRetryLimit: 3,
    serviceMirrorUID: 2103,
    serviceMirrorGID: 2103,
    targetClusterName: '',
    tolerations: {},
    enablePSP: false,
    revisionHistoryLimit: 10,
  };
}

/**
 * The mirror controller that `linkerd multicluster link` printed behind Secrets and Link: objects of the chart
 * `linkerd-multicluster-link`, which later releases still have beside `controllers`.
 *
 * Reports CHART_HELM_FAILS, CLUSTER_NAME_FORM and the codes of the release.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link.go
 */
export function legacyLinkObjects(request: LegacyLinkRequest): LegacyLinkResult {
  const { namespace = 'linkerd-multicluster' } = request;
  const { release, diagnostics: notes } = resolveRelease(request.release);
  if (release === undefined) return { objects: [], diagnostics: notes };
  const diagnostics: Diagnostic[] = [...notes];
  const place = new Placing((path, what) => {
    diagnostics.push({
      code: 'CHART_HELM_FAILS',
      severity: 'error',
      message: `\`${path}\` cannot be rendered`,
      why: what,
      path,
    });
  });
  const version = request.linkerdVersion ?? release.name;
  const values = merge(request.values as HelmMap, defaults(version)) as HelmMap & Raw<LegacyLinkValues>;
  const name = linkNameProblem(goText(values.targetClusterName));
  if (name?.severity === 'error') diagnostics.push(name);
  const { cliVersion } = values;
  const r: LegacyRendering = {
    facts: release.facts,
    values,
    place,
    namespace,
    createdBy: isTrue(cliVersion) ? place.raw(cliVersion, 'cliVersion') : `linkerd/helm ${version}`,
  };
  const objects = [...legacyMirror(r), ...legacyPsp(r), ...legacyProbeService(r)];
  return { objects: hasErrors(diagnostics) ? [] : objects, diagnostics };
}
