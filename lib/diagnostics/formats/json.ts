import type { Diagnostic } from '../diagnostic.js';
import type { Summary } from '../summary.js';
import { docsOf } from './docs.js';

/** Diagnostics and their count as one JSON document. What is not known is left out; `related` is always a list. */
export function formatJson(diagnostics: readonly Diagnostic[], summary: Summary): string {
  const { errors, warnings, infos, clusters, links, objects } = summary;
  const document = {
    diagnostics: diagnostics.map(
      ({ code, severity, message, why, fix, cluster, link, object, path, file, line, column, related }) => ({
        code,
        severity,
        message,
        why,
        fix,
        cluster,
        link,
        object: object && {
          apiVersion: object.apiVersion,
          kind: object.kind,
          namespace: object.namespace,
          name: object.name,
        },
        path,
        file,
        line,
        column,
        related: (related ?? []).map((each) => ({
          message: each.message,
          cluster: each.cluster,
          file: each.file,
          line: each.line,
          column: each.column,
        })),
        docs: docsOf(code),
      }),
    ),
    summary: { errors, warnings, infos, clusters, links, objects },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
