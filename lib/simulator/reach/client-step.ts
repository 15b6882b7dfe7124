import { asRecord } from '../raw-object.js';
import type { GivenManifest } from '../prediction/given.js';
import { placeOf } from '../prediction/given.js';
import type { Inventory } from '../prediction/inventory.js';
import type { PredictionInput } from '../prediction/predict.js';
import type { Caller, ReachStep } from './reach.js';

const injectKey = 'linkerd.io/inject';
const kinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod', 'ReplicaSet']);

function annotation(given: GivenManifest | undefined, isWorkload: boolean): unknown {
  const object = given?.object ?? {};
  const holder = isWorkload && object.kind !== 'Pod' ? asRecord(asRecord(object.spec).template) : object;
  return asRecord(asRecord(holder.metadata).annotations)[injectKey];
}

/** Whether the caller has a proxy: mirrors answer only to callers in the mesh (section 8 of the reference). */
export function clientStep({ clusters }: PredictionInput, source: Inventory, caller: Caller): ReachStep {
  const manifests = clusters.find(({ name }) => name === source.name)?.manifests ?? [];
  const find = (
    matches: (kind: unknown, name: unknown, namespace: unknown) => boolean,
  ): GivenManifest | undefined =>
    manifests.find(({ object }) => {
      const { name, namespace } = asRecord(object.metadata);
      return matches(object.kind, name, namespace);
    });
  const workload = find(
    (kind, name, namespace) =>
      kinds.has(String(kind)) && name === caller.workload && (namespace ?? 'default') === caller.namespace,
  );
  const namespace = find((kind, name) => kind === 'Namespace' && name === caller.namespace);
  const check = 'caller';
  const who = caller.workload ?? `the workloads of ${caller.namespace}`;
  const own = caller.workload === undefined ? undefined : annotation(workload, true);
  const value = own ?? annotation(namespace, false);
  const place = placeOf(own === undefined ? namespace : workload, 'metadata', 'name');
  const at = place === undefined ? {} : { place };
  if (value === 'enabled' || value === 'ingress')
    return { check, verdict: 'yes', message: `${who}: in the mesh by \`${injectKey}: ${value}\``, ...at };
  const fix = `annotate its pods or Namespace ${caller.namespace} with \`${injectKey}: enabled\``;
  if (value === 'disabled')
    return {
      check,
      verdict: 'no',
      message: `${who}: kept out of the mesh by \`${injectKey}: disabled\``,
      fix,
      ...at,
    };
  if (caller.workload !== undefined && workload === undefined) {
    return {
      check,
      verdict: 'unknown',
      message: `no manifest of ${source.name} holds a workload ${caller.namespace}/${caller.workload}`,
      fix: 'give the manifests that do',
    };
  }
  return {
    check,
    verdict: 'unknown',
    message: `no manifest says that ${who} ${caller.workload === undefined ? 'are' : 'is'} in the mesh, and mirrors answer only to callers that are`,
    fix,
  };
}
