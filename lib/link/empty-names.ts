import type { Findings } from './findings.js';
import type { LinkFlags } from './link-flags.js';

/**
 * Names that the command looks objects up by, given as empty text: its client asks no API server for them.
 *
 * Those of the gateway count only where there is one. Reports LINK_FLAG_VALUE.
 * @see https://github.com/kubernetes/client-go/blob/v0.36.3/rest/request.go
 */
export function refuseEmptyNames(flags: LinkFlags, linkerdNamespace: string, findings: Findings): void {
  const { namespace, serviceAccountName, hasGateway, gatewayName, gatewayNamespace } = flags;
  const names: readonly (readonly [flag: string, value: string | undefined, expected: string])[] = [
    ['linkerd-namespace', linkerdNamespace, 'a namespace'],
    ['namespace', namespace, 'a namespace'],
    ['service-account-name', serviceAccountName, 'the name of a ServiceAccount'],
    ['gateway-name', hasGateway ? gatewayName : undefined, 'the name of a Service'],
    ['gateway-namespace', hasGateway ? gatewayNamespace : undefined, 'a namespace'],
  ];
  for (const [flag, value, expected] of names) {
    if (value !== '') continue;
    findings.add({
      code: 'LINK_FLAG_VALUE',
      severity: 'error',
      message: `--${flag} is "" where ${expected} belongs`,
      path: `flags.${flag}`,
    });
  }
}
