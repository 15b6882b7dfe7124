import { judgeKubeconfig } from './judge-kubeconfig.js';
import { judgeSecret, type SecretData } from './judge-secret.js';
import { Findings, type Expectation, type Finding } from './verdict.js';
import { isMapping, type Mapping } from '../kubeconfig/mapping.js';
import { yamlDocuments } from './yaml-text.js';

/** What was found out about one credential. */
export interface Verified {
  /** What was read, by its place in the input: `Secret 1 of 2`. */
  readonly title: string;
  readonly findings: readonly Finding[];
}

/**
 * Judges every credential in a text: Secrets, Lists of them, or a kubeconfig, in YAML or JSON.
 *
 * Nothing of the text is repeated but addresses, names of accounts and times.
 */
export function verifyCredentials(text: string, expected: Expectation = {}): readonly Verified[] {
  const secrets = secretsIn(text);
  if (secrets === undefined) {
    const findings = new Findings();
    judgeKubeconfig(text, expected, findings);
    return [{ title: 'kubeconfig', findings: findings.list }];
  }
  return secrets.map((secret, index) => {
    const findings = new Findings();
    judgeSecret(secret, expected, findings);
    return {
      title: secrets.length === 1 ? 'Secret' : `Secret ${index + 1} of ${secrets.length}`,
      findings: findings.list,
    };
  });
}

/** The Secrets of a text, unless it holds none; `kubectl get --raw` leaves out the kind of items. */
function secretsIn(text: string): SecretData[] | undefined {
  const objects = (yamlDocuments(text) ?? []).flatMap((document): unknown[] => {
    if (!isMapping(document) || !Array.isArray(document.items)) return [document];
    const kind = document.kind === 'SecretList' ? { kind: 'Secret' } : {};
    return (document.items as unknown[]).map((item) => (isMapping(item) ? { ...kind, ...item } : item));
  });
  const secrets = objects
    .filter(isMapping)
    .filter(({ kind }) => kind === 'Secret')
    .map(sound);
  return secrets.length === 0 ? undefined : secrets;
}

/** A Secret whose mappings are mappings; what is not is left out. */
function sound(secret: Mapping): SecretData {
  const metadata = isMapping(secret.metadata) ? secret.metadata : {};
  const mapping = (value: unknown) => (isMapping(value) ? value : null);
  return {
    type: secret.type,
    metadata: { ...metadata, labels: mapping(metadata.labels), annotations: mapping(metadata.annotations) },
    data: mapping(secret.data),
    stringData: mapping(secret.stringData),
  };
}
