import { credentialsName } from '../link/credentials-name.js';
import type { SecretSymbol } from '../symbols/kinds/secret.js';
import type { Edge } from './fleet.js';
import { mayBeMade, secretNamed, secretsFor, secretsNamed } from './named.js';

/** The two Secrets of a Link in its source, as far as the files hold them. */
export interface Credentials {
  /** Read by the controller, in the Link's namespace. */
  readonly controller: SecretSymbol | undefined;
  /** Read by the destination controller, in the control plane's namespace; for flat and federated mode. */
  readonly controlPlane: SecretSymbol | undefined;
}

/**
 * Finds the Secrets of a Link.
 *
 * The one of the control plane is found by its label, else by its name in any other namespace than the Link's:
 * upstream reads it under any name.
 */
export function credentialsOf({
  source,
  link,
  targetName,
}: Pick<Edge, 'source' | 'link' | 'targetName'>): Credentials {
  const known = source.credentials.get(link);
  if (known !== undefined) return known;
  const namespace = link.namespace ?? '';
  const controller = secretNamed(source, namespace, link.clusterCredentialsSecret?.value ?? '');
  const isElsewhere = (secret: SecretSymbol) =>
    secret !== controller && (secret.namespace ?? '') !== namespace;
  const isInPlane = link.namespace !== undefined && link.namespace === source.symbols.controlPlane?.namespace;
  const labelled = secretsFor(source, targetName);
  const controlPlane = isInPlane
    ? // a Link that was put there by mistake: one namespace for both readers
      firstMade(labelled, (secret) => secret.namespace === namespace)
    : (firstMade(labelled, isElsewhere) ??
      firstMade(secretsNamed(source, credentialsName(targetName)), isElsewhere) ??
      firstMade(secretsNamed(source, credentialsName(link.name)), isElsewhere));
  const credentials = { controller, controlPlane };
  source.credentials.set(link, credentials);
  return credentials;
}

/** The first that fits; one that nothing makes where there is no other. */
function firstMade(
  secrets: readonly SecretSymbol[],
  fits: (secret: SecretSymbol) => boolean,
): SecretSymbol | undefined {
  return secrets.find((secret) => mayBeMade(secret) && fits(secret)) ?? secrets.find(fits);
}

/** The Secrets of a Link that the files hold, as a list. */
export function credentialListOf(edge: Edge): readonly SecretSymbol[] {
  const { controller, controlPlane } = credentialsOf(edge);
  return [controller, controlPlane].filter((secret) => secret !== undefined);
}
