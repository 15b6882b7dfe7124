import type { Placing } from '../helm/placing.js';
import type { HelmValue } from '../helm/value.js';
import { credentialsName } from '../link/credentials-name.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import { sharedPart } from '../manifests/shared-part.js';
import type { ReleaseFacts } from '../releases/facts.js';
import { HOLD_LEASES, READ_LINKS, writeLinkStatus } from './mirror-rules.js';
import { accessRole } from './rbac-parts.js';
import type { Rendering } from './rendering.js';

type Part = Readonly<Record<string, unknown>>;

/** What of a controller's objects the name of its Link decides. */
export interface LinkParts {
  /** `controller-<link>`. */
  readonly name: HelmValue;
  /** Of the binding to the role that all controllers share. */
  readonly bindingName: HelmValue;
  /** Of the Role that reads the credentials of this Link alone, and its binding. */
  readonly readerName: HelmValue;
  readonly readerRules: readonly Part[];
  readonly readerRef: Part;
  readonly subjects: readonly Part[];
  /** What the Deployment and its budget select. */
  readonly selector: Part;
}

const WRITE_LINK_STATUS = writeLinkStatus('update', 'patch');
const READ_SECRETS = sharedPart(['list', 'get', 'watch']);

/** A name that stands for itself wherever a template writes it, alone or in a longer word. */
const PLAIN_NAME = /^[a-z][-a-z0-9]*$/;

/** The parts for a Link: made once for all clusters that link to the same one from the same namespace. */
export function linkParts(r: Rendering, linkText: string, linkName: HelmValue, place: Placing): LinkParts {
  const make = (): LinkParts => partsOf(r, linkText, linkName, place);
  const { namespace } = r;
  if (linkName !== linkText || !PLAIN_NAME.test(linkText) || typeof namespace !== 'string') return make();
  let remembered = releases.get(r.facts);
  if (remembered === undefined) releases.set(r.facts, (remembered = new RememberedParts()));
  return remembered.of(`${namespace} ${linkText}`, make);
}

const releases = new WeakMap<ReleaseFacts, RememberedParts<LinkParts>>();

function partsOf(
  { facts, namespace }: Rendering,
  linkText: string,
  linkName: HelmValue,
  place: Placing,
): LinkParts {
  const path = 'link.ref.name';
  const name = place.word(`controller-${linkText}`, path);
  const readerName = place.word(`controller-read-remote-creds-${linkText}`, path);
  const readSecret = {
    apiGroups: [''],
    resourceNames: [place.quoted(credentialsName(linkText), path)],
    resources: ['secrets'],
    verbs: READ_SECRETS,
  };
  return {
    name,
    bindingName: place.word(`${accessRole}-${linkText}`, path),
    readerName,
    readerRules: [
      readSecret,
      ...(facts.controllersReadLinksIn === 'Role' ? [READ_LINKS] : []),
      WRITE_LINK_STATUS,
      HOLD_LEASES,
    ],
    readerRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: readerName },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
    selector: { matchLabels: { component: 'controller', 'mirror.linkerd.io/cluster-name': linkName } },
  };
}
