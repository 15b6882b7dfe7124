import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { HelmMap, HelmValue } from '../helm/value.js';
import { affinity } from './affinity.js';
import type { ChartObject } from './chart-object.js';
import { own, ownBelow, type ControllerEntry } from './controller-entry.js';
import { LatestArgs } from './latest-args.js';
import { mirrorPodAnnotations } from './local-service-mirror.js';
import {
  adminPort,
  containerSecurity,
  environment,
  nodeSelector,
  ONE_AT_A_TIME,
  POD_SECURITY,
  resources,
  TOKEN_MOUNTS,
  TOKEN_VOLUMES,
  tolerations,
} from './pod-parts.js';
import { fields, labels, type Rendering } from './rendering.js';
import type { ControllerDefaultValues } from './controller-values.js';
import type { MirrorImageValues } from './mirror-values.js';

/**
 * The Deployment of a Link's mirror controller.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/deployment.yaml
 */
export function controllerDeployment(r: Rendering, controller: ControllerEntry): ChartObject {
  const { entry, place, defaults, name } = controller;
  const apart = own(entry, 'enablePodAntiAffinity', defaults.enablePodAntiAffinity);
  if (isTrue(apart) && !r.facts.controllerAffinity) {
    place.fail(
      'enablePodAntiAffinity',
      'Helm fails: the chart of this release looks for the Link in the wrong place (fixed in edge-25.5.4, 2.19)',
    );
  }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { labels: controller.labels, name, namespace: r.namespace },
    spec: {
      replicas: place.raw(own(entry, 'replicas', defaults.replicas), 'replicas'),
      revisionHistoryLimit: r.place.raw(r.values.revisionHistoryLimit, 'revisionHistoryLimit'),
      selector: controller.parts.selector,
      ...(isTrue(apart) && { strategy: ONE_AT_A_TIME }),
      template: {
        metadata: { annotations: mirrorPodAnnotations(r), labels: labels(controller.own, r.podLabels) },
        spec: podSpec(r, controller, apart),
      },
    },
  };
}

function podSpec(
  r: Rendering,
  controller: ControllerEntry,
  apart: HelmValue | undefined,
): Readonly<Record<string, unknown>> {
  const { entry, place, defaults, link, name } = controller;
  const tolerated = own(entry, 'tolerations', defaults.tolerations);
  return {
    ...(r.facts.controllerAffinity &&
      affinity(
        {
          label: 'mirror.linkerd.io/cluster-name',
          component: place.rawItem(link, 'link.ref.name'),
          antiAffinity: apart,
          nodeAffinity: own(entry, 'nodeAffinity', defaults.nodeAffinity),
          nodeAffinityPath: 'nodeAffinity',
        },
        place,
      )),
    automountServiceAccountToken: false,
    containers: [container(r, controller)],
    securityContext: POD_SECURITY,
    serviceAccountName: name,
    volumes: TOKEN_VOLUMES,
    ...nodeSelector(
      own(entry, 'nodeSelector', defaults.nodeSelector),
      place,
      'nodeSelector',
      !isTrue(tolerated),
    ),
    ...tolerations(tolerated, place, 'tolerations'),
  };
}

function container(r: Rendering, controller: ControllerEntry): Readonly<Record<string, unknown>> {
  const { entry, place, defaults } = controller;
  const image = fields<MirrorImageValues>(r, defaults.image, 'controllerDefaults.image');
  const name = ownBelow(controller, 'image', 'name', image.name);
  const version = ownBelow(controller, 'image', 'version', image.version);
  return {
    args: args(r, controller),
    ...environment(r.values.serviceMirrorAdditionalEnv, r.values.serviceMirrorExperimentalEnv, r.place, [
      'serviceMirrorAdditionalEnv',
      'serviceMirrorExperimentalEnv',
    ]),
    image: place.word(`${goText(name)}:${goText(version)}`, 'image'),
    name: 'controller',
    ports: adminPort(r.facts.adminPorts.controller),
    ...resources(own(entry, 'resources', defaults.resources), place, 'resources'),
    securityContext: containerSecurity(
      place.raw(own(entry, 'UID', defaults.UID), 'UID'),
      place.raw(own(entry, 'GID', defaults.GID), 'GID'),
    ),
    volumeMounts: TOKEN_MOUNTS,
  };
}

const latest = new LatestArgs();

function args(r: Rendering, { entry, place, defaults, link, linkText }: ControllerEntry): HelmValue[] {
  const value = (key: keyof ControllerDefaultValues) => own(entry, key, (defaults as HelmMap)[key]);
  const arg = (flag: string, key: keyof ControllerDefaultValues) =>
    place.item(`-${flag}=${goText(value(key))}`, key);
  const makesHeadless = isTrue(value('enableHeadlessServices'));
  const createsNamespaces = isTrue(r.values.enableNamespaceCreation);
  const ofAll = latest.of(
    [
      r.namespaceText,
      value('logLevel'),
      value('logFormat'),
      value('retryLimit'),
      value('enablePprof'),
      makesHeadless,
      createsNamespaces,
    ],
    () => [
      'service-mirror',
      arg('log-level', 'logLevel'),
      arg('log-format', 'logFormat'),
      arg('event-requeue-limit', 'retryLimit'),
      r.place.item(`-namespace=${r.namespaceText}`, 'namespace'),
      ...(makesHeadless ? ['-enable-headless-services'] : []),
      ...(createsNamespaces ? ['-enable-namespace-creation'] : []),
      arg('enable-pprof', 'enablePprof'),
    ],
  );
  return [
    ...ofAll,
    place.item(`-probe-service=probe-${linkText}`, 'link.ref.name'),
    place.rawItem(link, 'link.ref.name'),
  ];
}
