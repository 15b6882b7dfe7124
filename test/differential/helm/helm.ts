import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goText } from '../../../lib/helm/go-text.js';
import { readValues } from '../../../lib/helm/read-values.js';

/** A complete chart of one release. */
export interface Chart {
  /** Name of its folder, which names the release. */
  readonly release: string;
  readonly folder: string;
  /** The version that it was packaged with. */
  readonly linkerdVersion: string;
}

/** Why the comparison cannot run, or the charts to run it with. */
export type Charts = { readonly missing: string } | { readonly charts: readonly Chart[] };

function helmVersion(): string | undefined {
  try {
    return execFileSync('helm', ['version', '--short'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function chartOf(root: string, release: string): Chart {
  const folder = join(root, release, 'linkerd-multicluster');
  const { values } = readValues(readFileSync(join(folder, 'values.yaml'), 'utf8'));
  return { release, folder, linkerdVersion: goText(values.linkerdVersion) };
}

/** The charts at `LINKSPAN_CHARTS`, each as `<release>/linkerd-multicluster` with its dependencies inside. */
export function findCharts(): Charts {
  const root = process.env.LINKSPAN_CHARTS;
  if (root === undefined) return { missing: 'LINKSPAN_CHARTS names no folder of charts' };
  if (helmVersion() === undefined) return { missing: 'there is no helm on PATH' };
  const wanted = process.env.LINKSPAN_RELEASES?.split(',');
  const releases = existsSync(root) ? readdirSync(root) : [];
  const charts = releases
    .filter((release) => wanted?.includes(release) ?? true)
    .filter((release) => existsSync(join(root, release, 'linkerd-multicluster', 'Chart.yaml')))
    .map((release) => chartOf(root, release));
  return charts.length > 0 ? { charts } : { missing: `there are no charts at ${root}` };
}

/** What Helm printed: objects as an API server reads them, or the reason why it failed. */
export type HelmOutput = { readonly objects: readonly unknown[] } | { readonly error: string };

/** `helm template` of a chart with the text of values on standard input. */
export function helmTemplate(chart: Chart, namespace: string, values: string): Promise<HelmOutput> {
  const args = [
    'template',
    'linkerd-multicluster',
    chart.folder,
    '-n',
    namespace,
    '--kube-version',
    '1.34.0',
    '-f',
    '-',
  ];
  return new Promise((resolve) => {
    const helm = execFile('helm', args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error !== null) resolve({ error: stderr.trim() });
      else resolve({ objects: documents(stdout) });
    });
    helm.stdin?.end(values);
  });
}

/** Helm begins each document with a line of dashes, which no template writes within one. */
function documents(text: string): unknown[] {
  return text
    .split(/^---\n/m)
    .filter((document) => document.replace(/^#.*\n/gm, '').trim() !== '')
    .map((document) => {
      const { values, diagnostics } = readValues(document);
      if (diagnostics.length > 0) throw new Error(`Helm printed what cannot be read: ${document}`);
      return values;
    });
}
