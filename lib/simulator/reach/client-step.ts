import { asRecord, asStringMap } from '../raw-object.js';
import { placeOf } from '../prediction/given.js';
import type { Inventory } from '../prediction/inventory.js';
import type { PredictionInput } from '../prediction/predict.js';
import { namespaceManifest, podTemplates } from './pod-template.js';
import type { Caller, ReachStep } from './reach.js';

const injectKey = 'linkerd.io/inject';

/**
 * Whether the caller has a proxy: mirrors answer only to callers in the mesh, as gateways refuse plain traffic, and
 * only proxies find the pods behind flat and federated Services.
 */
export function clientStep(input: PredictionInput, source: Inventory, caller: Caller): ReachStep {
  const workload = podTemplates(input, source.name).find(
    ({ name, namespace }) => name === caller.workload && namespace === caller.namespace,
  );
  const namespace = namespaceManifest(input, source.name, caller.namespace);
  const { annotations } = asRecord(namespace?.object.metadata);
  const check = 'caller';
  const who = caller.workload ?? `the workloads of ${caller.namespace}`;
  if (caller.workload !== undefined && workload === undefined) {
    return {
      check,
      verdict: 'unknown',
      message: `no manifest of ${source.name} holds a workload ${caller.namespace}/${caller.workload}`,
      fix: 'give the manifests that do',
    };
  }
  const own = workload?.annotations[injectKey];
  const value = own ?? asStringMap(annotations)[injectKey];
  const place = placeOf(own === undefined ? namespace : workload?.given, 'metadata', 'name');
  const at = place === undefined ? {} : { place };
  const fix = `annotate its pods or Namespace ${caller.namespace} with \`${injectKey}: enabled\``;
  const out = (why: string, mend: string): ReachStep => ({
    check,
    verdict: 'no',
    message: `${who}: ${why}`,
    fix: mend,
    ...at,
  });
  if (workload?.hostNetwork === true)
    return out('never in the mesh, as its pods have `hostNetwork: true`', 'run it in a network of its own');
  if (value === 'enabled' || value === 'ingress')
    return { check, verdict: 'yes', message: `${who}: in the mesh by \`${injectKey}: ${value}\``, ...at };
  if (value === 'disabled') return out(`kept out of the mesh by \`${injectKey}: disabled\``, fix);
  return {
    check,
    verdict: 'unknown',
    message: `no manifest says that ${who} ${caller.workload === undefined ? 'are' : 'is'} in the mesh, and mirrors answer only to callers that are`,
    fix,
  };
}
