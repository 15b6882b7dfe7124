import { byCodeUnits } from '../diagnostics/order.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { pathProblem } from './path-form.js';

/** Where the index stands in the output folder; it owns itself and does not list itself. */
export const indexPath = 'index.yaml';

/** How the first line of a manifest that we wrote begins, after the mark of a comment. */
export const madeBy = 'Made by linkspan from ';

const header = [
  '# Written by linkspan; do not edit.',
  '# Every file that linkspan owns in this folder: only these are ever changed or removed.',
  '# One line for each, and nothing that changes with content: merges may keep the lines of both sides.',
];

/** Words YAML readers take for something else than text, and anything unusual, get quotes. */
const plainScalar = /^[A-Za-z][A-Za-z0-9_-]*[./][A-Za-z0-9_./-]*$/;

/**
 * The text of `index.yaml`: every owned path on a line of its own, sorted by code units.
 *
 * A flat list of unique lines rather than one list per cluster: the cluster is the path's second part, two pull
 * requests touch the same place only when they add neighbours, and even Git's `merge=union` keeps it valid.
 * For a `git` generator of Argo CD it is the wrong file on purpose: that wants an array of clusters at the root,
 * whose entries do change with content.
 */
export function indexText(paths: Iterable<string>): string {
  const lines = [...paths].sort(byCodeUnits).map((path) => {
    return `  - ${plainScalar.test(path) ? path : JSON.stringify(path)}\n`;
  });
  return `${header.join('\n')}\nfiles:${lines.length === 0 ? ' []' : ''}\n${lines.join('')}`;
}

function scalar(text: string): string | undefined {
  if (text.startsWith('"')) {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'string' ? value : undefined;
    } catch {
      return undefined;
    }
  }
  if (text.startsWith("'")) {
    return text.endsWith("'") && text.length > 1 ? text.slice(1, -1).replaceAll("''", "'") : undefined;
  }
  return text;
}

/** What an index says: the owned paths, or why it cannot be told. */
export interface OwnedPaths {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `index.yaml`; order, indentation, quotes, comments and repeated lines do not matter.
 *
 * Reports OUTPUT_INDEX_INVALID for text it does not know, above all marks of an unresolved merge, and for a path
 * that leads out of the folder.
 */
export function readIndex(text: string, file: string): OwnedPaths {
  const paths = new Set<string>();
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let number = 1; start < text.length; number++) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = text.slice(start, end).trim();
    start = end + 1;
    if (line.startsWith('- ')) {
      const path = scalar(line.slice(2).trim());
      if (path !== undefined && pathProblem(path) === undefined) {
        paths.add(path);
        continue;
      }
    }
    if (line === '' || line.startsWith('#') || line === 'files:' || line === 'files: []') continue;
    const merging = /^(?:<{7}|={7}|>{7}|\|{7})/.test(line);
    return {
      paths: [],
      diagnostics: [
        {
          code: 'OUTPUT_INDEX_INVALID',
          severity: 'error',
          file,
          line: number,
          column: 1,
          message: merging
            ? 'the index holds the marks of an unresolved merge'
            : 'this is no path of an owned file',
          why: 'the index alone tells our files from those of others, so nothing is written until it can be read',
          fix: merging
            ? 'keep the path lines of both sides, delete the marks, and run synth again: it sorts and prunes the list'
            : `take the committed version back: git checkout -- ${file}`,
        },
      ],
    };
  }
  return { paths: [...paths], diagnostics: [] };
}
