/** What the names of federated Services end in. */
export const federatedSuffix = '-federated';

/** Name of the federated Service that a Service is a member of. */
export function federatedName(member: string): string {
  return `${member}${federatedSuffix}`;
}
