import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { readTextFile, unreadable } from '../config/read-text-file.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import {
  chartDiagnostic,
  chartOf,
  type ChartFolder,
  isChartTemplate,
  kustomizationDiagnostic,
  kustomizationOf,
} from './source-folder.js';
import type { ManifestText } from './symbols-of.js';

const manifestName = /\.(ya?ml|json)$/i;

/**
 * The manifests of a path, one text at a time: a file of any name, the YAML and JSON files of a folder and those below,
 * or standard input for `-`.
 *
 * Hidden folders and `node_modules` are left out; each real file is read once, so links in a circle end:
 * `seen` holds those of earlier paths.
 * Templates of a Helm chart and patches of a kustomization are no manifests; each chart and kustomization that
 * has some is told of once.
 * Reports FILE_MISSING, FILE_UNREADABLE, FILE_ENCODING, FILE_NOT_TEXT, FILE_TOO_LARGE, FILE_TEMPLATE.
 */
export function* manifestFiles(
  path: string,
  report: (diagnostic: Diagnostic) => void,
  seen = new Set<string>(),
): Generator<ManifestText> {
  if (path !== '-') yield* walk(path, report, seen, true);
  else {
    const { text, diagnostics } = readTextFile(path);
    diagnostics.forEach(report);
    if (text !== undefined) yield { file: '<stdin>', text };
  }
}

function* walk(
  path: string,
  report: (diagnostic: Diagnostic) => void,
  seen: Set<string>,
  isGiven: boolean,
  outer?: ChartFolder,
): Generator<ManifestText> {
  let isFolder: boolean;
  try {
    const stat = statSync(path);
    isFolder = stat.isDirectory();
    const isRegular = isFolder || stat.isFile();
    // what a pipe comes from has no path of its own
    const real = isRegular ? realpathSync(path) : path;
    if (seen.has(real)) {
      if (isFolder && leadsBack(path, real)) report(circle(path));
      return;
    }
    seen.add(real);
    // in a folder it would wait for somebody to write; one that was given is meant, as `<(kubectl get …)`
    if (!isRegular && !isGiven) {
      report({
        code: 'FILE_UNREADABLE',
        severity: 'error',
        message: `\`${path}\` is no regular file`,
        fix: 'remove it, or name it otherwise',
        file: path,
      });
      return;
    }
  } catch (error) {
    report({ ...unreadable(path, codeOf(error)), file: path });
    return;
  }
  if (isFolder) {
    let names: string[];
    try {
      names = readdirSync(path).sort(byCodeUnits);
    } catch (error) {
      report({ ...unreadable(path, codeOf(error)), file: path });
      return;
    }
    passOverPatches(path, names, report, seen);
    const chart = chartOf(path, names);
    for (const name of names) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const child = join(path, name);
      if (manifestName.test(name) || isDirectory(child) || isCircle(child))
        yield* walk(child, report, seen, false, outer ?? chart);
    }
    const unread = outer === undefined && chart !== undefined ? chartDiagnostic(chart) : undefined;
    if (unread !== undefined) report(unread);
    return;
  }
  if (!isGiven && !manifestName.test(path)) return;
  const { text, diagnostics } = readTextFile(path);
  for (const diagnostic of diagnostics) report({ ...diagnostic, file: path });
  if (text === undefined || (outer !== undefined && isChartTemplate(path, text, outer))) return;
  yield { file: path, text };
}

/** Takes the patches of a kustomization for seen, as they are only parts of objects. Reports FILE_TEMPLATE. */
function passOverPatches(
  folder: string,
  names: readonly string[],
  report: (diagnostic: Diagnostic) => void,
  seen: Set<string>,
): void {
  const kustomization = kustomizationOf(folder, names);
  if (kustomization === undefined) return;
  let passedOver = 0;
  for (const name of new Set(kustomization.partial)) {
    try {
      seen.add(realpathSync(join(folder, name)));
      passedOver++;
    } catch {
      // a path that leads nowhere is the kustomization's mistake, and hides nothing from us
    }
  }
  const told = kustomizationDiagnostic(kustomization, folder, passedOver);
  if (told !== undefined) report(told);
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // a broken link is no folder; it is reported only when its name says it is a manifest
    return false;
  }
}

/** True for a link that leads to itself, or to others that lead back. */
function isCircle(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return codeOf(error) === 'ELOOP';
  }
}

/** True for a link to a folder that holds the link. */
function leadsBack(path: string, real: string): boolean {
  const holder = realpathSync(dirname(path));
  return holder === real || holder.startsWith(real.endsWith(sep) ? real : `${real}${sep}`);
}

function circle(path: string): Diagnostic {
  return {
    code: 'FILE_UNREADABLE',
    severity: 'info',
    message: `\`${path}\` leads back to a folder that holds it`,
    why: 'everything in that folder is read once, by its own path',
    fix: 'remove the link',
    file: path,
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
