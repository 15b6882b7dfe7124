import type { ReleaseFacts } from '../../releases/facts.js';
import { firstWith } from '../../releases/first-with.js';
import { isAtLeast, releasePoint } from '../../releases/release-point.js';

/** The release whose controller was recorded. */
const recorded = 'edge-26.8.3';

/**
 * What was otherwise before a fact became what it is, oldest first.
 *
 * @see https://github.com/linkerd/linkerd2/tree/edge-26.8.3/multicluster/service-mirror
 */
const changes: readonly (readonly [fact: keyof ReleaseFacts, before: string])[] = [
  ['linkProbeLimits', 'a gateway is dead after its first failed probe; no threshold is read'],
  ['namespaceCreation', 'Namespaces are never created'],
  ['localServiceMirror', 'there are no federated Services, no local mirror and no Link status'],
  ['endpointsGetLabels', "mirror Endpoints do not carry the Service's labels"],
  ['oldestLinkRulesFederation', 'metadata and ports of a federated Service come from its first member'],
  ['linkGen', '`excludedLabels` and `excludedAnnotations` are not read'],
  [
    'headlessCleanupCrossesNamespaces',
    'removing a headless mirror also deletes host mirrors of equally named Services in other Namespaces',
  ],
];

/** What a prediction for this release has to be read with; for an unknown one, that it is unknown. */
export function releaseNotes(release: string | undefined): readonly string[] {
  if (release === undefined) return [`The release is not known; this is what ${recorded} does.`];
  const parsed = releasePoint(release);
  if (parsed === undefined) return [`${release} is no release that is known; this is what ${recorded} does.`];
  if (parsed === releasePoint(recorded)) return [];
  if (isAtLeast(parsed, recorded)) return [`Not verified on ${release}; this is what ${recorded} does.`];
  const differing = changes
    .map(([fact, before]) => ({ since: firstWith(fact), before }))
    .filter(({ since }) => !isAtLeast(parsed, since));
  return [
    ...differing.map(({ since, before }) => `On ${release}, before ${since}: ${before}.`),
    `Not verified on ${release}: all else is what ${recorded} does.`,
  ];
}
