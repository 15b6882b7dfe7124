import { posix } from 'node:path';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic, Place, Related } from '../diagnostics/diagnostic.js';
import { ConfigSources } from './config-sources.js';

/**
 * Findings about files of the output, at the line of the input behind each: whoever corrects one edits that, not the
 * output.
 *
 * The object and its field stay what the finding is about; the output file becomes a related place, below `out`. For
 * a fleet as code, which has no lines, the field is named instead. Findings about other files are handed on. Costs
 * nothing where nothing was found.
 */
export function placeInConfig(
  diagnostics: readonly Diagnostic[],
  config: LoadedConfig,
  out: string,
): readonly Diagnostic[] {
  let sources: ConfigSources | undefined;
  return diagnostics.map((diagnostic) => {
    if (!isOutput(diagnostic) && diagnostic.related?.some(isOutput) !== true) return diagnostic;
    sources ??= new ConfigSources(config);
    return placed(diagnostic, sources, out);
  });
}

/** Files of the output are named from the output folder on, which is a path no input has. */
function isOutput({ file }: Place): boolean {
  return file !== undefined && /^(clusters|argocd)\//.test(file);
}

function placed(diagnostic: Diagnostic, sources: ConfigSources, out: string): Diagnostic {
  const { file, line, column, ...rest } = diagnostic;
  const source = isOutput(diagnostic) ? sources.of(diagnostic) : undefined;
  const others = (rest.related ?? []).map((each) => placedRelated(each, sources, source?.place, out));
  if (file === undefined || !isOutput(diagnostic)) return { ...diagnostic, related: others };
  const inOutput = { file: posix.join(out, file), ...(line !== undefined && { line, column }) };
  if (source === undefined) return { ...rest, ...inOutput, related: others };
  if (source.place.file === undefined) {
    const made: Related = { message: `made from \`${source.field}\` of the fleet` };
    return { ...rest, ...inOutput, related: [...others, made] };
  }
  const written: Related = {
    message: `${subjectOf(diagnostic)} is written for this line`,
    ...(rest.cluster !== undefined && { cluster: rest.cluster }),
    ...inOutput,
  };
  return { ...rest, ...source.place, related: [...others, written] };
}

/** The other end of a finding, unless it stands at the same line of the input. */
function placedRelated(
  related: Related,
  sources: ConfigSources,
  primary: Place | undefined,
  out: string,
): Related {
  if (related.file === undefined || !isOutput(related)) return related;
  const place = sources.of({ file: related.file })?.place;
  const isSame = place?.file === primary?.file && place?.line === primary?.line;
  return place?.file === undefined || isSame
    ? { ...related, file: posix.join(out, related.file) }
    : { ...related, ...place };
}

function subjectOf({ object, path }: Diagnostic): string {
  if (object === undefined) return 'the file';
  const { kind, namespace, name } = object;
  const named = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  return path === undefined ? named : `\`${path}\` of ${named}`;
}
