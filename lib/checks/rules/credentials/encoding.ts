import type { PushSecretSymbol } from '../../../symbols/kinds/push-secret.js';
import type { RemoteKey } from '../../../symbols/kinds/remote-key.js';
import type { SecretSymbol } from '../../../symbols/kinds/secret.js';
import { credentialsOf } from '../../credentials.js';
import { storeKeysOf } from '../../pushed-keys.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/**
 * A kubeconfig is encoded as often as it is decoded on its way through the store.
 *
 * A value that somebody else puts into the store may be encoded there: then only what certainly ends encoded is told.
 */
export const credentialsEncoding = rule('CREDENTIALS_ENCODING', {
  group: 'credentials',
  severity: 'error',
  reach: 'links',
  fix: 'keep the plain text in the store, with `decodingStrategy: None` and `{{ .kubeconfig }}`; the Secret’s own base64 is made by Kubernetes',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: [
    'unable to parse kube config',
    'illegal base64 data at input byte 0',
    'a Secret that must be decoded twice to be read',
  ],
  check(fleet, report) {
    const writers = new Map<string, { push: PushSecretSymbol; written: RemoteKey }>();
    const keys = storeKeysOf(fleet);
    for (const { object, id, remote } of keys.written) writers.set(id, { push: object, written: remote });
    const ids =
      writers.size === 0 ? undefined : new Map(keys.read.map(({ remote, id }) => [remote, id] as const));
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        if (secret === undefined) continue;
        const read = readKey(secret);
        const decoded = decodedTimes(read?.decoding?.value);
        if (read?.key === undefined || decoded === undefined) continue;
        const writer = writers.get(ids?.get(read) ?? '');
        const times = (secret.encoding?.times ?? 0) - decoded + (writer?.written.encoding?.times ?? 0);
        if (times === 0 || (times < 0 && writer === undefined)) continue;
        report({
          at: secret,
          field: read.decoding ?? read.key,
          link: edge.label,
          message: `the kubeconfig of ${secret.name} is ${times > 0 ? 'encoded once more than it is decoded' : 'decoded without having been encoded'}`,
          ...(writer === undefined
            ? {}
            : {
                related: [
                  related(writer.push, writer.written.key, `PushSecret ${writer.push.name} writes it`),
                ],
              }),
        });
      }
    }
  },
});

/** The key that a Secret's kubeconfig is read from. */
function readKey({ kubeconfig, encoding, remoteKeys }: SecretSymbol): RemoteKey | undefined {
  if (kubeconfig !== undefined) return undefined;
  const wanted = encoding?.key ?? 'kubeconfig';
  return remoteKeys.find(({ secretKey }) => secretKey === wanted);
}

function decodedTimes(strategy: string | undefined): number | undefined {
  if (strategy === undefined || strategy === 'None') return 0;
  return strategy === 'Base64' || strategy === 'Base64URL' ? 1 : undefined;
}
