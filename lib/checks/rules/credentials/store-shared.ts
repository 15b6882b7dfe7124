import { credentialsOf } from '../../credentials.js';
import type { Edge } from '../../fleet.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import type { Field } from '../../../symbols/field.js';
import type { SecretSymbol } from '../../../symbols/kinds/secret.js';

/** Each Link has a store key of its own. */
export const storeShared = rule('CREDENTIALS_STORE_SHARED', {
  group: 'credentials',
  severity: 'warning',
  reach: 'links',
  fix: 'keep one key per Link, such as `linkerd-multicluster/<source>-to-<target>`',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: ['revoking one cluster cuts off another', 'a cluster mirrors the wrong target'],
  check(fleet, report) {
    const first = new Map<string, { edge: Edge; secret: SecretSymbol; field: Field<string> }>();
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        for (const { key, property } of secret?.remoteKeys ?? []) {
          if (secret === undefined || key === undefined) continue;
          const id = `${secret.store?.value ?? ''} ${key.value} ${property?.value ?? ''}`;
          const other = first.get(id);
          if (other === undefined) first.set(id, { edge, secret, field: key });
          else if (other.edge.label !== edge.label) {
            report({
              at: secret,
              field: key,
              link: edge.label,
              message: `key ${key.value} serves ${other.edge.label} and ${edge.label}`,
              related: [related(other.secret, other.field, `${other.edge.label} reads it too`)],
            });
          }
        }
      }
    }
  },
});
