import { merge } from '../helm/merge.js';
import { Placing } from '../helm/placing.js';
import { isTrue } from '../helm/truth.js';
import { isMap, type HelmMap } from '../helm/value.js';
import type { Release } from '../releases/release.js';
import type { ChartObject, ChartPart } from './chart-object.js';
import { controllerEntries, type ControllerEntry } from './controller-entry.js';
import { controllerPdb } from './controller-pdb.js';
import { controllerProbe } from './controller-probe.js';
import { controllerClusterRole, controllerRbac } from './controller-rbac.js';
import { controllerDeployment } from './controller.js';
import { createdBy, createdByAlone } from './created-by.js';
import { chartDefaults } from './defaults.js';
import { gatewayPolicy } from './gateway-policy.js';
import { gateway } from './gateway.js';
import { linkCrd } from './link-crd.js';
import { localServiceMirror } from './local-service-mirror.js';
import { hasPassed, notePassed } from './metadata-job-values.js';
import { namespaceMetadataJob, namespaceMetadataRbac } from './namespace-metadata.js';
import { psp } from './psp.js';
import { remoteAccess } from './remote-access.js';
import { extensionLabels, type Rendering } from './rendering.js';
import { serviceMirrorPolicy } from './service-mirror-policy.js';

/** What the templates are rendered for. */
interface TemplateProps {
  readonly release: Release;
  readonly values: HelmMap;
  readonly namespace: string;
  readonly linkerdVersion: string;
  readonly refuse: (path: string, what: string) => void;
  /** False where hooks are dropped: they need not be there, but Helm fails on them all the same. */
  readonly needsHooks: boolean;
}

/** What every template of the chart writes, in the order of the templates' file names; and whether there may be nulls in it. */
export function renderTemplates({
  release,
  values,
  namespace,
  linkerdVersion,
  refuse,
  needsHooks,
}: TemplateProps): { readonly parts: readonly ChartPart[]; readonly hasNulls: boolean } {
  // V8 copies at once what is of one kind, as the defaults of a release are
  const merged = merge(values, chartDefaults(release, linkerdVersion), (defaults) => ({ ...defaults }));
  const refused: string[] = [];
  const place = new Placing((path, what) => {
    refused.push(path);
    refuse(path, what);
  });
  if (namespace === '')
    place.fail('namespace', 'objects need its name; Helm takes `default` for an empty one');
  checkPartials(values, place);
  const maker = createdBy(merged, place);
  const r: Rendering = {
    facts: release.facts,
    values: merged,
    gateway: place.table(merged.gateway, 'gateway'),
    place,
    namespaceText: namespace,
    namespace: place.raw(namespace, 'namespace'),
    createdBy: maker,
    createdByAlone: createdByAlone(maker),
    commonLabels: place.keys(merged.commonLabels, 'commonLabels'),
    podLabels: place.keys(merged.podLabels, 'podLabels'),
  };
  const hasJob = hasMetadataJob(r);
  const parts: ChartPart[] = [];
  addControllerParts(r, parts);
  addOtherParts(r, hasJob && (needsHooks || !hasPassed(r)), parts);
  if (hasJob && refused.length === 0) notePassed(r);
  return { parts, hasNulls: place.hasNulls };
}

/** The chart has a subchart of this name, whose values must be a table. */
function checkPartials({ partials }: HelmMap, place: Placing): void {
  if (partials !== undefined && !isMap(partials))
    place.fail('partials', 'Helm fails: "type mismatch on partials", the name of a subchart');
}

function addControllerParts(r: Rendering, parts: ChartPart[]): void {
  if (!r.facts.controllers) return;
  const entries = controllerEntries(r);
  const each = (template: string, render: (entry: ControllerEntry) => readonly ChartObject[]): void => {
    for (const entry of entries)
      for (const object of render(entry)) parts.push({ template, controller: entry.link, object });
  };
  add(parts, 'controller-clusterrole.yaml', controllerClusterRole(r));
  each('controller/deployment.yaml', (entry) => [controllerDeployment(r, entry)]);
  each('controller/pdb.yaml', (entry) => controllerPdb(r, entry));
  each('controller/probe-svc.yaml', (entry) => controllerProbe(r, entry));
  each('controller/rbac.yaml', (entry) => controllerRbac(r, entry));
}

function hasMetadataJob({ facts, values }: Rendering): boolean {
  return !facts.metadataJobIsOptional || isTrue(values.createNamespaceMetadataJob);
}

function addOtherParts(r: Rendering, withMetadataJob: boolean, parts: ChartPart[]): void {
  const { facts, values } = r;
  if (isTrue(r.gateway.enabled)) {
    add(parts, 'gateway-policy.yaml', gatewayPolicy(r));
    add(parts, 'gateway.yaml', gateway(r));
  }
  const crd = linkCrd({
    structure: facts.linkCrd,
    labels: extensionLabels(r),
    annotations: r.createdByAlone,
  });
  add(parts, 'link-crd.yaml', [crd as unknown as ChartObject]);
  if (facts.localServiceMirror) add(parts, 'local-service-mirror.yaml', localServiceMirror(r));
  if (withMetadataJob) {
    add(parts, 'namespace-metadata-rbac.yaml', namespaceMetadataRbac(r));
    add(parts, 'namespace-metadata.yaml', namespaceMetadataJob(r));
  }
  if (isTrue(values.enablePSP)) add(parts, 'psp.yaml', psp(r));
  if (isTrue(values.remoteMirrorServiceAccount))
    add(parts, 'remote-access-service-mirror-rbac.yaml', remoteAccess(r));
  add(parts, 'service-mirror-policy.yaml', serviceMirrorPolicy(r));
}

function add(parts: ChartPart[], template: string, objects: readonly ChartObject[]): void {
  for (const object of objects) parts.push({ template, object });
}
