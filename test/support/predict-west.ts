import type { GivenManifest } from '../../lib/simulator/prediction/given.js';
import { predict } from '../../lib/simulator/prediction/predict.js';
import type { SourcePrediction } from '../../lib/simulator/prediction/prediction.js';
import { cluster, controller, link, namespace } from './manifests.js';

/** What west predicts of these manifests of east; west holds Namespace shop, the Link, and what is given. */
export function west(
  east: readonly GivenManifest[],
  own: readonly GivenManifest[] = [link('east'), controller('east')],
): SourcePrediction {
  const { sources } = predict({
    clusters: [cluster('west', namespace('shop'), ...own), cluster('east', ...east)],
  });
  const [prediction] = sources;
  if (prediction === undefined) throw new Error('west has no Link');
  return prediction;
}

/** What a prediction says is missing, and why: `web-east no-ports`. */
export function missingIn(prediction: SourcePrediction): string[] {
  return prediction.missing.map(({ mirror, reason }) => `${mirror} ${reason}`);
}
