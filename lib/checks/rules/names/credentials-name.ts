import { credentialsName as nameOf } from '../../../link/credentials-name.js';
import { secretNeeds } from '../../access-needs.js';
import { grantsOf } from '../../grants.js';
import { related } from '../../report.js';
import { roleNamed } from '../../named.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** The Link names the one Secret that its controller may read. */
export const credentialsName = rule('CREDENTIALS_NAME', {
  group: 'names',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'set `spec.clusterCredentialsSecret` to `cluster-credentials-<Link>`',
  source: chartTemplate('controller/rbac.yaml'),
  symptoms: [
    'failed to load credentials secret: is forbidden',
    'unable to parse kube config: invalid configuration',
  ],
  reproduced:
    'failed to load credentials secret X: secrets "X" is forbidden: User "system:serviceaccount:linkerd-multicluster:controller-internal" cannot get resource "secrets"',
  check(fleet, report) {
    for (const { source, link, label, controllers, targetName } of fleet.edges) {
      const named = link.clusterCredentialsSecret;
      const isGranted = controllers.some(
        ({ serviceAccountName, namespace = '' }) =>
          named !== undefined &&
          grantsOf(source, namespace, serviceAccountName?.value ?? '').cover(
            secretNeeds(fleet.facts, link.namespace ?? '', named.value),
          ),
      );
      if (isGranted) continue;
      const granted = controllers.flatMap((controller) =>
        (source.bindingsByAccount.get(controller.serviceAccountName?.value ?? '') ?? [])
          .filter((binding) => binding.kind === 'RoleBinding' && binding.namespace === link.namespace)
          .flatMap(
            (binding) => roleNamed(source, 'Role', link.namespace ?? '', binding.role?.value ?? '') ?? [],
          )
          .flatMap((role) =>
            role.rules
              .filter((each) => each.resources.includes('secrets'))
              .map((each) => ({ role, rule: each })),
          ),
      );
      const names = granted.flatMap((each) =>
        each.rule.resourceNames.map((name) => ({ role: each.role, name })),
      );
      const first = names[0];
      if (names.some((each) => each.name.value === named?.value)) continue;
      if (named !== undefined && first === undefined) {
        // without the Role in the files the chart's own convention is all there is
        if (named.value === nameOf(link.name) || named.value === nameOf(targetName)) continue;
      }
      report({
        at: link,
        field: named ?? { path: 'spec.clusterCredentialsSecret' },
        link: label,
        severity: first === undefined && named !== undefined ? 'warning' : 'error',
        message:
          named === undefined
            ? `Link ${link.name} names no credentials`
            : `Link ${link.name} names Secret ${named.value}; its controller may read ${first?.name.value ?? nameOf(link.name)}`,
        ...(first === undefined
          ? {}
          : { related: [related(first.role, first.name, `grants ${first.name.value}`)] }),
      });
    }
  },
});
