import { isDnsLabel } from '../config/validate/dns-names.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Beyond this, no pod of `controller-<name>` is admitted: its proxy carries the name in a label. */
const longestName = 52;

/** Beyond this, the name of the controller pod is cut in its lease. */
const longestFollowed = 35;

/**
 * What keeps a name from being that of a Link, its target cluster, its controller and its mirrors.
 *
 * Reports CLUSTER_NAME_FORM, and as a warning CLUSTER_NAME_LONG.
 */
export function linkNameProblem(name: string): Diagnostic | undefined {
  if (!isDnsLabel(name) || name.length > longestName) {
    return {
      code: 'CLUSTER_NAME_FORM',
      severity: 'error',
      message:
        name.length > longestName
          ? `cluster name ${name} has ${name.length} characters`
          : `cluster name ${JSON.stringify(name)} is no DNS label`,
      why: `mirrors are named <service>-<cluster>, the probe Service probe-<cluster> and the controller controller-<cluster>`,
      fix: `use at most ${longestFollowed} lower-case letters, digits and hyphens, such as eu-west`,
    };
  }
  if (name.length <= longestFollowed) return undefined;
  return {
    code: 'CLUSTER_NAME_LONG',
    severity: 'warning',
    message: `cluster name ${name} has ${name.length} characters`,
    why: 'linkerd multicluster check and gateways do not find the controller that holds the lease',
    fix: `use at most ${longestFollowed} characters`,
  };
}
