import { isAtLeast, releasePoint } from '../../releases/release-point.js';

/** The release whose controller was recorded. */
const recorded = 'edge-26.8.3';

/**
 * What is known to be otherwise before a release (linkerd-multicluster 1.6).
 *
 * @see https://github.com/linkerd/linkerd2/tree/edge-26.8.3/multicluster/service-mirror
 */
const changes: readonly { readonly since: string; readonly before: string }[] = [
  { since: 'edge-24.9.3', before: 'a gateway is dead after its first failed probe; no threshold is read' },
  { since: 'edge-24.10.2', before: 'Namespaces are never created' },
  { since: 'edge-24.11.2', before: 'there are no federated Services, no local mirror and no Link status' },
  { since: 'edge-25.2.1', before: "mirror Endpoints do not carry the Service's labels" },
  { since: 'edge-25.3.3', before: 'metadata and ports of a federated Service come from its first member' },
  { since: 'edge-25.3.4', before: '`excludedLabels` and `excludedAnnotations` are not read' },
  {
    since: 'edge-26.5.1',
    before:
      'removing a headless mirror also deletes host mirrors of equally named Services in other Namespaces',
  },
];

/** What a prediction for this release has to be read with; for an unknown one, that it is unknown. */
export function releaseNotes(release: string | undefined): readonly string[] {
  if (release === undefined) return [`The release is not known; this is what ${recorded} does.`];
  const parsed = releasePoint(release);
  if (parsed === undefined) return [`${release} is no release that is known; this is what ${recorded} does.`];
  if (isAtLeast(parsed, recorded)) {
    const isSame = !isAtLeast(parsed, 'edge-26.8.4');
    return isSame ? [] : [`Not verified on ${release}; this is what ${recorded} does.`];
  }
  const differing = changes.filter(({ since }) => !isAtLeast(parsed, since));
  return [
    ...differing.map(({ since, before }) => `On ${release}, before ${since}: ${before}.`),
    `Not verified on ${release}: all else is what ${recorded} does.`,
  ];
}
