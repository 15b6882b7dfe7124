import { closest } from '../diagnostics/suggest.js';
import { exportedLabel, federatedLabel } from '../link/export-labels.js';

const home = 'mirror.linkerd.io';
const labels = [exportedLabel, federatedLabel];
const names = labels.map((label) => label.slice(home.length + 1));
/** Slips in a prefix that is still taken for Linkerd's own: `mirror.linked.io`, `mirrors.linkerd.com`. */
const mostSlips = 2;

/**
 * The export label that a label's key was meant to be: `mirror.linkerd.io/exported` for `mirror.linkerd.io/export` or
 * `multicluster.linkerd.io/exported`.
 *
 * Undefined for the export labels themselves, and for a key that may be somebody else's: one whose prefix is neither of
 * Linkerd's domain nor nearly `mirror.linkerd.io`.
 */
export function meantExportLabel(key: string): string | undefined {
  if (labels.includes(key)) return undefined;
  const slash = key.indexOf('/');
  // `mirror.linkerd.io.exported`
  if (slash < 0) return closest(key, labels, mostSlips);
  const prefix = key.slice(0, slash);
  if (!isOfLinkerd(prefix) && closest(prefix, [home], mostSlips) === undefined) return undefined;
  const name = closest(key.slice(slash + 1), names);
  return name === undefined ? undefined : `${home}/${name}`;
}

function isOfLinkerd(prefix: string): boolean {
  return prefix === 'linkerd.io' || prefix.endsWith('.linkerd.io');
}
