import { defaultAccount } from '../chart/defaults.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Release } from '../releases/release.js';
import { csvList } from './csv-list.js';
import { exportLabels } from './export-labels.js';
import { linkFlagRules, type FlagKind } from './link-flag-rules.js';

/** Flags as a person wrote them, without the dashes: text as on a command line, or what it stands for. */
export type WrittenFlags = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The flags of `link-gen` and of its predecessor `link`, with their defaults applied. */
export interface LinkFlags {
  readonly clusterName: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  /** Empty: the address that the person's own kubeconfig would have. */
  readonly apiServerAddress: string;
  /** Undefined: the Service is taken whatever its name. */
  readonly gatewayName: string | undefined;
  /** Undefined: as for the name. */
  readonly gatewayNamespace: string | undefined;
  readonly gatewayAddresses: string;
  /** 0: the port of the Service. */
  readonly gatewayPort: number;
  readonly hasGateway: boolean;
  readonly selector: string;
  readonly remoteDiscoverySelector: string;
  readonly federatedServiceSelector: string;
  readonly excludedLabels: readonly string[];
  readonly excludedAnnotations: readonly string[];
  readonly legacy: LegacyFlags;
}

/** Flags of `link` that shape the mirror controller it printed. */
export interface LegacyFlags {
  readonly isHa: boolean;
  readonly logLevel: string | undefined;
  readonly logFormat: string | undefined;
  readonly retryLimit: number | undefined;
  readonly registry: string;
  readonly controlPlaneVersion: string | undefined;
}

const falseWords: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);
const trueWords: ReadonlySet<string> = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const wholeNumber = /^(0[xX](_?[\da-fA-F])+|0[bB](_?[01])+|0[oO]?(_?[0-7])+|[1-9](_?\d)*|0)$/;

/** A whole number as Go reads it: with a prefix for its base, a leading 0 for octal, and `_` between digits. */
function count(text: string): number | undefined {
  if (!wholeNumber.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  const value = Number(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return value < 2 ** 32 ? value : undefined;
}

const expected: Readonly<Record<FlagKind, string>> = {
  text: 'text',
  list: 'a comma-separated list',
  switch: 'true or false',
  count: 'a whole number below 4294967296',
  output: 'yaml or json',
};

function isReadable(kind: FlagKind, text: string): boolean {
  switch (kind) {
    case 'text':
      return true;
    case 'list':
      return csvList(text) !== undefined;
    case 'switch':
      return trueWords.has(text) || falseWords.has(text);
    case 'count':
      return count(text) !== undefined;
    case 'output':
      return text === 'yaml' || text === 'json';
  }
}

function flagProblem(name: string, value: WrittenFlags[string], release: Release): Diagnostic | undefined {
  const rule = Object.hasOwn(linkFlagRules, name) ? linkFlagRules[name] : undefined;
  const path = `flags.${name}`;
  if (rule === undefined || rule.isKnown?.(release.facts) === false) {
    return {
      code: 'LINK_FLAG_UNKNOWN',
      severity: 'error',
      message: `the link command of ${release.name} has no flag --${name}`,
      ...(rule?.since !== undefined && { why: `the flag exists since ${rule.since}` }),
      ...(rule?.until !== undefined && { why: `the flag existed until ${rule.until}` }),
      path,
    };
  }
  if ((rule.kind === 'list' && typeof value === 'object') || isReadable(rule.kind, String(value)))
    return undefined;
  return {
    code: 'LINK_FLAG_VALUE',
    severity: 'error',
    message: `--${name} is ${JSON.stringify(value)} where ${expected[rule.kind]} belongs`,
    path,
  };
}

/** Flags with their defaults, or the reasons why the command would refuse them. */
export interface FlagReading {
  readonly flags: LinkFlags;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the flags of the release's link command as the command does.
 *
 * Reports LINK_FLAG_UNKNOWN and LINK_FLAG_VALUE.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function readLinkFlags(written: WrittenFlags, release: Release): FlagReading {
  const diagnostics = Object.entries(written)
    .map(([name, value]) => flagProblem(name, value, release))
    .filter((problem) => problem !== undefined);
  const given = (name: string): string | undefined => {
    const value = Object.hasOwn(written, name) ? written[name] : undefined;
    return value === undefined ? undefined : String(value);
  };
  const text = (name: string, absent = ''): string => given(name) ?? absent;
  const list = (name: string): readonly string[] => {
    const value = written[name];
    return typeof value === 'object' ? value : (csvList(text(name)) ?? []);
  };
  const retryLimit = given('service-mirror-retry-limit');
  const flags: LinkFlags = {
    clusterName: text('cluster-name'),
    namespace: text('namespace', 'linkerd-multicluster'),
    serviceAccountName: text('service-account-name', defaultAccount),
    apiServerAddress: text('api-server-address'),
    gatewayName: given('gateway-name'),
    gatewayNamespace: given('gateway-namespace'),
    gatewayAddresses: text('gateway-addresses'),
    gatewayPort: count(text('gateway-port', '0')) ?? 0,
    hasGateway: !falseWords.has(text('gateway', 'true')),
    selector: text('selector', exportLabels.gateway.join('=')),
    remoteDiscoverySelector: text('remote-discovery-selector', exportLabels.remoteDiscovery.join('=')),
    federatedServiceSelector: text('federated-service-selector', exportLabels.federated.join('=')),
    excludedLabels: list('excluded-labels'),
    excludedAnnotations: list('excluded-annotations'),
    legacy: {
      isHa: trueWords.has(text('ha')),
      logLevel: given('log-level'),
      logFormat: given('log-format'),
      retryLimit: retryLimit === undefined ? undefined : count(retryLimit),
      registry: text('registry', 'cr.l5d.io/linkerd'),
      controlPlaneVersion: given('control-plane-version'),
    },
  };
  return { flags, diagnostics };
}
