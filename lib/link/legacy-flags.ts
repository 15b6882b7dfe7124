import type { Manifest } from '../manifests/manifest.js';
import type { Release } from '../releases/release.js';
import { exportLabels } from './export-labels.js';
import type { Findings } from './findings.js';
import { legacyLinkObjects } from './legacy-link-objects.js';
import type { LinkFlags } from './link-flags.js';

const logLevels: ReadonlySet<string> = new Set([
  'panic',
  'fatal',
  'error',
  'warn',
  'warning',
  'info',
  'debug',
  'trace',
]);
const imageTag = /^[.A-Za-z0-9-]+$/;

/** A flag whose value `link` refuses, with what belongs there. */
function refused(flag: string, value: string, expected: string, findings: Findings): void {
  findings.add({
    code: 'LINK_FLAG_VALUE',
    severity: 'error',
    message: `--${flag} is ${JSON.stringify(value)} where ${expected} belongs`,
    path: `flags.${flag}`,
  });
}

function exclusive(flag: string, value: string, findings: Findings): void {
  refused(flag, value, 'nothing, as --gateway=false stands beside it,', findings);
}

function check(flags: LinkFlags, release: Release, findings: Findings): void {
  const { logLevel = 'info', logFormat = 'plain', controlPlaneVersion = release.name } = flags.legacy;
  if (!imageTag.test(controlPlaneVersion)) {
    refused('control-plane-version', controlPlaneVersion, 'a version', findings);
  }
  if (!logLevels.has(logLevel.toLowerCase()))
    refused('log-level', logLevel, 'a log level such as info', findings);
  if (logFormat !== 'plain' && logFormat !== 'json')
    refused('log-format', logFormat, 'plain or json', findings);
  if (flags.hasGateway) return;
  if (flags.selector !== '' && flags.selector !== exportLabels.gateway.join('=')) {
    exclusive('selector', flags.selector, findings);
  }
  if (flags.gatewayAddresses !== '') exclusive('gateway-addresses', flags.gatewayAddresses, findings);
  if (flags.gatewayPort !== 0) exclusive('gateway-port', String(flags.gatewayPort), findings);
}

/**
 * The mirror controller that `link` prints behind Secrets and Link, as its flags shape it.
 *
 * @see https://github.com/linkerd/linkerd2/blob/version-2.17/multicluster/cmd/link.go
 */
export function legacyOf(flags: LinkFlags, release: Release, findings: Findings): Manifest[] {
  check(flags, release, findings);
  const { logLevel, logFormat, retryLimit, registry, controlPlaneVersion, isHa } = flags.legacy;
  const { objects, diagnostics } = legacyLinkObjects({
    release: release.written,
    namespace: flags.namespace,
    values: {
      targetClusterName: flags.clusterName,
      controllerImage: `${registry}/controller`,
      gateway: { enabled: flags.hasGateway },
      ...(controlPlaneVersion !== undefined && { controllerImageVersion: controlPlaneVersion }),
      ...(logLevel !== undefined && { logLevel }),
      ...(logFormat !== undefined && { logFormat }),
      ...(retryLimit !== undefined && { serviceMirrorRetryLimit: retryLimit }),
      ...(isHa && { replicas: 3, enablePodAntiAffinity: true }),
    },
  });
  for (const diagnostic of diagnostics) {
    if (diagnostic.code === 'CHART_HELM_FAILS') findings.add(diagnostic);
  }
  return objects as Manifest[];
}
