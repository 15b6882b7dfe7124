import { X509Certificate } from 'node:crypto';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { PlaceOf } from '../loaded-config.js';
import { closest } from '../../diagnostics/suggest.js';
import { fieldText } from '../validate/field-text.js';

/** What `ca` may say, beside a PEM. */
const words = ['fromToken', 'system'];

/** The CA of each Kubernetes API is one of the two words, or certificates in PEM. Reports API_SERVER_CA. */
export function apiServerChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return Object.entries(fleet.clusters).flatMap(([name, cluster]) => {
    const apiServer = cluster?.apiServer;
    const ca = typeof apiServer === 'object' ? apiServer.ca : undefined;
    const problem = ca === undefined || words.includes(ca) ? undefined : pemProblem(ca);
    if (problem === undefined) return [];
    const path = ['clusters', name, 'apiServer', 'ca'];
    const meant = ca === undefined || ca.includes('\n') ? undefined : closest(ca, words);
    const diagnostic: Diagnostic = {
      code: 'API_SERVER_CA',
      severity: 'error',
      message: `the CA of ${name}'s API ${problem}`,
      why: 'it is written into the kubeconfig as it stands, and with a CA that cannot be read no source connects',
      fix:
        meant === undefined
          ? 'write `fromToken`, `system`, or the certificates of the CA in PEM, as a block that begins with `|`'
          : `write \`${meant}\``,
      cluster: name,
      path: fieldText(path),
      ...placeOf(path),
    };
    return [diagnostic];
  });
}

/** What keeps a text from being one or more certificates in PEM; it never repeats the text. */
function pemProblem(text: string): string | undefined {
  const block = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;
  const labels = [...text.matchAll(block)].map(([, label]) => label ?? '');
  if (labels.length === 0) return 'is no certificate in PEM';
  const other = labels.find((label) => label !== 'CERTIFICATE');
  if (other !== undefined) return `holds a ${other} block where only certificates belong`;
  for (const [index, [certificate]] of [...text.matchAll(block)].entries()) {
    try {
      new X509Certificate(certificate);
    } catch {
      return `holds a certificate that cannot be read, number ${index + 1} of ${labels.length}`;
    }
  }
  return undefined;
}
