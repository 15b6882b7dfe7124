import { legacyServiceMirrorObjects } from '../lib/constructs/legacy-service-mirror.js';
import type { Manifest } from '../lib/manifests/manifest.js';
import type { ClusterInput } from './cluster-input.js';
import { legacyServiceMirror } from './legacy-service-mirror.js';

/**
 * What serves metrics in a cluster, and what closes its ports: the chart's objects, and in releases whose chart knows no
 * controllers one Link's service mirror. Those of all its Links have the same port and component.
 */
export function scrapedObjects(input: ClusterInput): readonly Manifest[] {
  const { links, parts, release } = input;
  const objects = parts.map((part) => part.object as Manifest);
  const [first] = links;
  if (first === undefined || release.facts.controllers) return objects;
  return [...objects, ...legacyServiceMirrorObjects(legacyServiceMirror(input, first))];
}
