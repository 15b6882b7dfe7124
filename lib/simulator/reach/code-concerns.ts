import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { linkerCodes } from '../../diagnostics/codes/linker/index.js';

/** Checks of the chain that the linker's findings can break, in the order of the chain. */
export const chainChecks = [
  'Link',
  'controller',
  'credentials',
  'credentials of the proxies',
  'account',
  'exported',
  'name',
  'headless',
  'mirror',
  'endpoints',
  'repair',
  'gateway',
  'gateway address',
  'gateway port',
  'gateway identity',
  'cluster domain',
  'probe port',
  'gateway policy',
  'pod network',
  'control planes',
  'trust',
  'policy',
  'caller',
] as const;

/** One of them. */
export type ChainCheck = (typeof chainChecks)[number];

/** What a finding breaks. */
export interface Concern {
  /** The check it breaks; absent where that follows from the object it speaks of. */
  readonly check?: ChainCheck;
  /** True for a finding about two Links that may stand at the other one. */
  readonly isOfBoth?: true;
  /** Leaves findings out that keep no call from arriving. */
  readonly only?: (diagnostic: Diagnostic) => boolean;
  /** `unknown` for an error that may, but need not, keep a call from arriving. */
  readonly verdict?: 'unknown';
}

const ofPart: Concern = {};
const onTraffic = ({ topic }: Diagnostic): boolean => topic !== 'probes';

/** The linker's codes that concern a Link, its ends or its credentials, with the step of the chain that each breaks. */
export const codeConcerns: Readonly<Partial<Record<keyof typeof linkerCodes, Concern>>> = {
  ACCESS_ACCOUNT_MISSING: { check: 'account' },
  ACCESS_BINDING_DANGLING: ofPart,
  ACCESS_NAME_FORM: ofPart,
  ACCESS_TOKEN_ACCOUNT: ofPart,
  ACCESS_TOKEN_MISSING: ofPart,
  ACCESS_WORKLOAD_ACCOUNT: ofPart,
  CONTROLLER_ARGUMENT: { check: 'controller', only: onTraffic },
  CONTROL_PLANE_NAMESPACE: {
    check: 'control planes',
    // the Link's own word for it is read by `linkerd multicluster check` alone
    only: ({ path }) => path !== 'spec.targetClusterLinkerdNamespace',
  },
  COPIED_DISCOVERY_ANNOTATION: { check: 'mirror', verdict: 'unknown' },
  // it may stand in files that nobody gave
  CREDENTIALS_CONTROL_PLANE: { check: 'credentials of the proxies', verdict: 'unknown' },
  CREDENTIALS_DOMAIN: { check: 'credentials of the proxies' },
  CREDENTIALS_ENCODING: ofPart,
  CREDENTIALS_KEY: ofPart,
  CREDENTIALS_KEY_UNWRITTEN: ofPart,
  CREDENTIALS_LABEL: { check: 'credentials of the proxies' },
  CREDENTIALS_NAME: { check: 'credentials' },
  CREDENTIALS_NAMESPACE: {
    check: 'credentials of the proxies',
    // the controller's own is not found then, and the chain says so
    only: ({ topic }) => topic === 'credentials of the proxies',
  },
  CREDENTIALS_TARGET: { check: 'credentials' },
  CREDENTIALS_TYPE: { check: 'credentials of the proxies' },
  CREDENTIALS_UNMADE: ofPart,
  FEDERATED_NAME_TAKEN: { check: 'name', verdict: 'unknown' },
  // of several addresses the good ones are used alone
  GATEWAY_ADDRESS_FORM: { check: 'gateway address', only: ({ severity }) => severity === 'error' },
  GATEWAY_ADDRESS_MISMATCH: { check: 'gateway address' },
  GATEWAY_ADDRESS_MISSING: { check: 'gateway address' },
  GATEWAY_IDENTITY_DOMAIN: { check: 'gateway identity' },
  GATEWAY_IDENTITY_MISMATCH: { check: 'gateway identity' },
  GATEWAY_MISSING: { check: 'gateway' },
  GATEWAY_PORT_MISMATCH: { check: 'gateway port' },
  GATEWAY_PROXY_PORTS: { check: 'gateway port', only: onTraffic },
  GATEWAY_UNBACKED: { check: 'gateway' },
  HEADLESS_HOST_SHARED: { check: 'headless', verdict: 'unknown' },
  HEADLESS_NO_TARGETREF: { check: 'controller', verdict: 'unknown' },
  ISSUER_IDENTITY: { check: 'trust' },
  ISSUER_UNTRUSTED: { check: 'trust' },
  KUBECONFIG_SERVER: ofPart,
  KUBECONFIG_UNUSABLE: ofPart,
  LABEL_VALUE_FORM: ofPart,
  LINK_API_VERSION: { check: 'Link' },
  LINK_CONTROLLER_MISSING: { check: 'controller' },
  LINK_DURATION: {
    check: 'controller',
    // a period of nothing, or next to it, crashes the controller, anything else only ends the probes
    only: ({ topic }) => topic === 'crash',
  },
  LINK_NAME_FORM: { check: 'Link' },
  LINK_PORT_FORM: { check: 'gateway port', only: ({ path }) => path === 'spec.gatewayPort' },
  LINK_TARGET_MISSING: { check: 'Link' },
  LINK_TARGET_TWICE: { check: 'Link', verdict: 'unknown', isOfBoth: true },
  MANIFEST_FIELD_TYPE: ofPart,
  MIRROR_COLLISION: { check: 'name' },
  NETWORKS_UNROUTED: { check: 'pod network' },
  NODE_PORT_OPEN: { check: 'gateway port', only: onTraffic },
  NODE_PORT_RANGE: { check: 'gateway port' },
  NODE_PORT_TWICE: { check: 'gateway port' },
  POD_LABELS_UNSELECTED: ofPart,
  RESOURCES_SHAPE: ofPart,
  SERVER_API_VERSION: { check: 'control planes' },
  TARGET_DOMAIN_MISMATCH: { check: 'cluster domain' },
  TOKEN_REPLACED: ofPart,
  TRACKING_LABEL: { check: 'mirror', verdict: 'unknown' },
  TRUST_ANCHORS_DIFFER: { check: 'trust' },
  TRUST_ANCHOR_INVALID: { check: 'trust' },
};
