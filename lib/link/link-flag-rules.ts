import type { Release } from '../releases/release.js';

/** What kind of value a flag takes. */
export type FlagKind = 'text' | 'list' | 'switch' | 'count' | 'output';

/** A flag of the link commands. */
export interface FlagRule {
  readonly kind: FlagKind;
  /** What the flag is for, on one line. */
  readonly description: string;
  /** Whether the release's command has the flag; all do where absent. */
  readonly isKnown?: (facts: Release['facts']) => boolean;
  /** The first release with the flag, and the last one before it was lost. */
  readonly since?: string;
  readonly until?: string;
}

const legacyOnly = {
  isKnown: (facts: Release['facts']): boolean => !facts.linkGen,
  until: 'edge-25.3.3, where `link` printed the controller as well; now it is an entry of `controllers`',
};
const exclusions = {
  kind: 'list' as const,
  isKnown: (facts: Release['facts']): boolean => facts.linkGen,
  since: 'edge-25.3.4 (2.18)',
};

/** The flags there are. */
export const linkFlagRules: Readonly<Record<string, FlagRule>> = {
  'cluster-name': { kind: 'text', description: 'name of the target cluster, and of the Link' },
  namespace: { kind: 'text', description: 'namespace of the Link, and of the account in the target' },
  'service-account-name': {
    kind: 'text',
    description: 'account in the target whose credentials the Secrets hold',
  },
  'api-server-address': {
    kind: 'text',
    description: "URL of the target's API server as the source cluster reaches it",
  },
  'gateway-name': { kind: 'text', description: "name of the target's gateway Service" },
  'gateway-namespace': { kind: 'text', description: "namespace of the target's gateway" },
  'gateway-addresses': {
    kind: 'text',
    description: 'hosts or IP addresses of the gateway, separated by commas',
  },
  'gateway-port': {
    kind: 'count',
    description: 'port of the gateway where something in front of it maps its own',
  },
  gateway: { kind: 'switch', description: 'false for a Link to a cluster without a gateway' },
  selector: { kind: 'text', description: 'label query: Services to mirror through the gateway' },
  'remote-discovery-selector': {
    kind: 'text',
    description: 'label query: Services to mirror without the gateway',
  },
  'federated-service-selector': {
    kind: 'text',
    description: 'label query: Services that join federated ones (since 2.17)',
    isKnown: (facts) => facts.localServiceMirror,
    since: 'edge-24.11.2 (2.17)',
  },
  'excluded-labels': { ...exclusions, description: 'labels that mirrors do not take over (since 2.18)' },
  'excluded-annotations': {
    ...exclusions,
    description: 'annotations that mirrors do not take over (since 2.18)',
  },
  output: { kind: 'output', description: 'yaml or json' },
  ha: {
    kind: 'switch',
    description: 'three replicas that avoid each other (until edge-25.3.3)',
    ...legacyOnly,
  },
  'log-level': { kind: 'text', description: 'log level of the mirror (until edge-25.3.3)', ...legacyOnly },
  'log-format': { kind: 'text', description: 'plain or json (until edge-25.3.3)', ...legacyOnly },
  'service-mirror-retry-limit': {
    kind: 'count',
    description: 'how often the mirror tries an update again (until edge-25.3.3)',
    ...legacyOnly,
  },
  registry: {
    kind: 'text',
    description: "registry of the mirror's image (until edge-25.3.3)",
    ...legacyOnly,
  },
  'control-plane-version': {
    kind: 'text',
    description: "tag of the mirror's image (until edge-25.3.3)",
    ...legacyOnly,
  },
};
