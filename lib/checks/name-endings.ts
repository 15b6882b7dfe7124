/**
 * What stands behind each hyphen of a name, the longest first: an account or a mirror `a-eu-prod` may be of cluster
 * `eu-prod`, or else of `prod`.
 */
export function endingsOf(name: string): readonly string[] {
  const endings: string[] = [];
  for (let at = name.indexOf('-'); at >= 0; at = name.indexOf('-', at + 1)) endings.push(name.slice(at + 1));
  return endings;
}
