import type { Diagnostic, Severity } from '../diagnostic.js';
import { oneLine } from '../one-line.js';
import { placeText } from '../render-text.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Diagnostics as workflow commands, one line each, which GitHub shows on the lines of a pull request.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${commandOf(diagnostic)}\n`).join('');
}

function commandOf({ code, severity, message, why, fix, file, line, column, related }: Diagnostic): string {
  const properties = Object.entries({ file, line, col: column, title: code }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`],
  );
  const text = [
    message,
    ...(related ?? []).map((each) =>
      ['see:', placeText(each), each.message].filter((word) => word !== '').join(' '),
    ),
    ...(why === undefined ? [] : [`why: ${why}`]),
    ...(fix === undefined ? [] : [`fix: ${fix}`]),
  ]
    .map(oneLine)
    .join('\n');
  return `::${commands[severity]} ${properties.join(',')}::${escapedData(text)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
