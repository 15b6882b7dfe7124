/**
 * A cluster's name as Argo CD's `nameNormalized` has it: lower case, other characters as dashes, at most 253.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/utils/utils.go
 */
export function normalizedName(name: string): string {
  const safe = name.toLowerCase().replace(/[^-a-z0-9.]/g, '-');
  return safe.slice(0, 253).replace(/^[-.]+|[-.]+$/g, '');
}
