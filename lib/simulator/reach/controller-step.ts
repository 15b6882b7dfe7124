import { controllerArguments } from '../../symbols/controller-arguments.js';
import { areOfMirror, servedLink } from '../../symbols/served-link.js';
import { placeOf } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { PredictionInput } from '../prediction/predict.js';
import { asRecord, asStringMap } from '../raw-object.js';
import { podTemplates } from './pod-template.js';
import type { ReachStep } from './reach.js';

/** The Namespace whose Links a controller reads; undefined where its arguments leave that to the environment. */
function watchedNamespace(args: readonly string[]): string | undefined {
  const value = controllerArguments(args).flags.get('namespace');
  return value === undefined || value.includes('$(') ? undefined : value;
}

/** Whether a controller serves the Link: one that has pods and reads Links where this one is. */
export function controllerStep(input: PredictionInput, { link, source }: LinkView): ReachStep {
  const check = 'controller';
  const all = podTemplates(input, source.name).flatMap((workload) => {
    const args = workload.args.find(areOfMirror);
    const labels = asStringMap(asRecord(workload.given.object.metadata).labels);
    return servedLink(labels, args) === link.name
      ? [{ workload, watched: watchedNamespace(args ?? []) }]
      : [];
  });
  // a Link that names no Namespace goes where its Application says
  const reading = all.filter(
    ({ watched }) => watched === undefined || link.namespace === '' || watched === link.namespace,
  );
  const running = reading.find(({ workload }) => workload.replicas !== 0);
  if (running !== undefined)
    return { check, verdict: 'yes', message: `a controller of Link ${link.name} is in the manifests` };
  const [idle = all[0]] = reading;
  if (idle === undefined) {
    return {
      check,
      verdict: 'unknown',
      message: `no controller of Link ${link.name} is in the manifests of ${source.name}`,
      fix: `list ${link.name} under \`controllers\` of its values, or give the manifests that hold it`,
    };
  }
  const { workload, watched } = idle;
  const isElsewhere = reading.length === 0;
  const place = isElsewhere
    ? placeOf(workload.given, 'metadata', 'name')
    : placeOf(workload.given, 'spec', 'replicas');
  return {
    check,
    verdict: 'no',
    message: isElsewhere
      ? `${workload.kind} ${workload.name} reads Links of Namespace ${watched ?? ''}, and Link ${link.name} is in ${link.namespace}: it idles`
      : `${workload.kind} ${workload.name} has no pods: \`replicas\` is 0`,
    fix: isElsewhere ? `put Link ${link.name} into Namespace ${watched ?? ''}` : 'give it one replica',
    ...(place === undefined ? {} : { place }),
  };
}
