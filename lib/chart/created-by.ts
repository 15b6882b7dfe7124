import { goStringVerb } from '../helm/go-text.js';
import type { Placing } from '../helm/placing.js';
import { isTrue } from '../helm/truth.js';
import { isMap, type HelmMap, type HelmValue } from '../helm/value.js';
import { sharedForText } from '../manifests/shared-for.js';
import type { Keys } from './chart-object.js';

/**
 * Value of the annotation `linkerd.io/created-by`: `cliVersion`, else `linkerd/helm` and the version.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/charts/partials/templates/_metadata.tpl
 */
export function createdBy(values: HelmMap, place: Placing): HelmValue {
  const { cliVersion, image } = values;
  if (image !== undefined && image !== null && !isMap(image))
    place.fail('image', 'Helm fails: the chart reads its field `version`');
  if (isTrue(cliVersion)) return place.raw(cliVersion, 'cliVersion');
  const imageVersion = isMap(image) ? image.version : undefined;
  const [version, path] = isTrue(imageVersion)
    ? [imageVersion, 'image.version']
    : [values.linkerdVersion, 'linkerdVersion'];
  return place.word(`linkerd/helm ${goStringVerb(version)}`, path);
}

/** The annotations of an object that has no other. */
export function createdByAlone(maker: HelmValue): Keys {
  return typeof maker === 'string' ? sharedAlone(maker) : alone(maker);
}

const alone = (maker: HelmValue): Keys => ({ 'linkerd.io/created-by': maker });
const sharedAlone = sharedForText(alone);
