import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { longestText } from './documents.js';
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
 * The manifests of a path, one text at a time: a file of any name, or the YAML and JSON files of a folder and those below.
 *
 * Hidden folders and `node_modules` are left out; each real file is read once, so links in a circle end.
 * Templates of a Helm chart and patches of a kustomization are no manifests; each chart and kustomization that
 * has some is told of once.
 * Reports FILE_UNREADABLE, FILE_NOT_TEXT, FILE_TOO_LARGE, FILE_TEMPLATE.
 */
export function* manifestFiles(
  path: string,
  report: (diagnostic: Diagnostic) => void,
): Generator<ManifestText> {
  yield* walk(path, report, new Set(), true);
}

function* walk(
  path: string,
  report: (diagnostic: Diagnostic) => void,
  seen: Set<string>,
  isGiven: boolean,
  outer?: ChartFolder,
): Generator<ManifestText> {
  let isFolder: boolean;
  let size: number;
  try {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    const stat = statSync(real);
    isFolder = stat.isDirectory();
    size = stat.size;
    if (!isFolder && !stat.isFile()) {
      report(unreadable(path, 'it is no regular file'));
      return;
    }
  } catch (error) {
    report(unreadable(path, reasonOf(error)));
    return;
  }
  if (isFolder) {
    let names: string[];
    try {
      names = readdirSync(path).sort(byCodeUnits);
    } catch (error) {
      report(unreadable(path, reasonOf(error)));
      return;
    }
    passOverPatches(path, names, report, seen);
    const chart = chartOf(path, names);
    for (const name of names) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const child = join(path, name);
      if (manifestName.test(name) || isDirectory(child))
        yield* walk(child, report, seen, false, outer ?? chart);
    }
    const unread = outer === undefined && chart !== undefined ? chartDiagnostic(chart) : undefined;
    if (unread !== undefined) report(unread);
    return;
  }
  if (!isGiven && !manifestName.test(path)) return;
  const text = readText(path, size, report);
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

/** Reads one file as UTF-8. Reports FILE_UNREADABLE, FILE_NOT_TEXT, FILE_TOO_LARGE. */
function readText(path: string, size: number, report: (diagnostic: Diagnostic) => void): string | undefined {
  if (size > longestText * 4) {
    report({
      code: 'FILE_TOO_LARGE',
      severity: 'error',
      message: `the file has ${size} bytes, more than the ${longestText * 4} that are read`,
      fix: 'split it by document, or leave out kinds that no Link touches',
      file: path,
    });
    return undefined;
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    report(unreadable(path, reasonOf(error)));
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, column } = firstBadByte(bytes);
    report({
      code: 'FILE_NOT_TEXT',
      severity: 'error',
      message: 'the file is not UTF-8 text',
      fix: 'save it as UTF-8',
      file: path,
      line,
      column,
    });
    return undefined;
  }
}

/** Line and column of the first byte that UTF-8 has no place for. */
function firstBadByte(bytes: Buffer): { line: number; column: number } {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 4 * 1024 * 1024));
  const at = Math.max(text.indexOf('\ufffd'), 0);
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // a broken link is no folder; it is reported only when its name says it is a manifest
    return false;
  }
}

function unreadable(path: string, reason: string): Diagnostic {
  return {
    code: 'FILE_UNREADABLE',
    severity: 'error',
    message: `${path} cannot be read: ${reason}`,
    file: path,
  };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read';
    case 'ELOOP':
      return 'its links lead in a circle';
    default:
      return typeof code === 'string' ? code : 'the system refuses';
  }
}
