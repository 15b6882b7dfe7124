import type { Diagnostic, Place, Severity } from '../diagnostic.js';
import { byCodeUnits } from '../order.js';
import { docsOf } from './docs.js';

/** What SARIF tells of a rule beside its findings. */
export interface SarifRule {
  readonly title: string;
  readonly why: string;
  readonly fix?: string;
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * Diagnostics as SARIF 2.1.0, which code scanning of GitHub and others reads.
 *
 * `describe` tells about a code; only codes that occur are listed. What stands in no file is a notification of the
 * run, not a result: GitHub refuses a whole report for one result without a place.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  describe: (code: string) => SarifRule | undefined,
): string {
  const codes = [...new Set(diagnostics.map((d): string => d.code))].sort(byCodeUnits);
  const placed = diagnostics.filter(({ file }) => file !== undefined);
  const notifications = diagnostics.filter(({ file }) => file === undefined);
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'linkspan',
            semanticVersion: version,
            rules: codes.map((code) => {
              const { title, why, fix } = describe(code) ?? { title: code, why: code };
              return {
                id: code,
                shortDescription: { text: title },
                fullDescription: { text: why },
                help: { text: fix === undefined ? why : `${why}\n\nFix: ${fix}` },
                properties: { docs: docsOf(code) },
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(notifications.length === 0
          ? {}
          : {
              invocations: [
                {
                  executionSuccessful: true,
                  toolExecutionNotifications: notifications.map((diagnostic) =>
                    notificationOf(diagnostic, codes),
                  ),
                },
              ],
            }),
        results: placed.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function notificationOf(diagnostic: Diagnostic, codes: readonly string[]): object {
  const { code, severity } = diagnostic;
  return {
    associatedRule: { id: code, index: codes.indexOf(code) },
    level: levels[severity],
    message: messageOf(diagnostic),
    ...(nameOf(diagnostic) !== undefined && { locations: [logicalOf(diagnostic)] }),
  };
}

/** The object in words that need no file: `cluster/kind/namespace/name`, or the cluster. */
function nameOf({ object, cluster }: Diagnostic): string | undefined {
  if (object === undefined) return cluster;
  return `${cluster ?? ''}/${object.kind}/${object.namespace ?? ''}/${object.name}`;
}

function logicalOf(diagnostic: Diagnostic): object {
  const name = nameOf(diagnostic);
  return name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'object' }] };
}

function messageOf({ message, fix }: Diagnostic): object {
  return { text: fix === undefined ? message : `${message}. Fix: ${fix}` };
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[]): object {
  const { code, severity, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: messageOf(diagnostic),
    locations: [{ ...locationOf(diagnostic), ...logicalOf(diagnostic) }],
    ...(related === undefined || related.length === 0
      ? {}
      : {
          relatedLocations: related
            .filter(({ file }) => file !== undefined)
            .map((each, id) => ({
              id,
              ...locationOf(each),
              message: { text: each.message },
            })),
        }),
  };
}

function locationOf({ file, line, column }: Place): object {
  if (file === undefined) return {};
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line === undefined ? {} : { region: { startLine: line, startColumn: Math.max(column ?? 1, 1) } }),
    },
  };
}

/** A path as a URI reference: separators kept, everything else encoded. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
