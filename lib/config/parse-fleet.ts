import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import { redactDiagnostic } from '../guards/redact.js';
import type { FleetConfig } from './fleet-config.js';
import { checkFleet } from './check-fleet.js';
import type { FieldPath, PlaceOf } from './loaded-config.js';
import { keepReleaseAsWritten } from './release-as-written.js';
import { yaml12 } from './yaml/dialects.js';
import { readYaml } from './yaml/read-yaml.js';

/** A fleet file as read, with the place of each field. */
export interface ParsedFleet {
  readonly fleet?: FleetConfig;
  /** What of the fleet can be relied on in spite of errors; not for rendering. */
  readonly sound?: FleetConfig;
  readonly placeOf: PlaceOf;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the text of a fleet file, YAML 1.2 or JSON, and validates it; no file is touched.
 *
 * `file` is the name that diagnostics show. There is a fleet unless an error was found. A secret is one, even in a
 * comment that goes no further: SECRET_LEAKED.
 */
export function parseFleet(text: string, file = 'fleet.yaml'): ParsedFleet {
  const parsed = withoutLeaks(parse(text, file), leakDiagnostics(file, text));
  // messages quote what is written, which may be a secret in the wrong place
  return { ...parsed, diagnostics: parsed.diagnostics.map(redactDiagnostic) };
}

function parse(text: string, file: string): ParsedFleet {
  const read = readYaml(text, yaml12, file);
  const nowhere = (): Place => ({ file, line: 1, column: 1 });
  if (read.file === undefined) return { placeOf: nowhere, diagnostics: read.diagnostics };
  const yaml = read.file;
  const { data, hasPlainNumbers } = yaml;
  const placeOf: PlaceOf = (path, part) => yaml.placeOf(path, part);
  const spellingOf = (path: FieldPath): string | undefined => yaml.spellingOf(path);
  keepReleaseAsWritten(data, spellingOf);
  const { sound, diagnostics } = checkFleet(data, { placeOf, spellingOf, hasPlainNumbers });
  if (sound === undefined) return { placeOf, diagnostics };
  return hasErrors(diagnostics)
    ? { sound, placeOf, diagnostics }
    : { fleet: sound, sound, placeOf, diagnostics };
}

function withoutLeaks(parsed: ParsedFleet, leaks: readonly Diagnostic[]): ParsedFleet {
  if (leaks.length === 0) return parsed;
  const { sound, placeOf } = parsed;
  const diagnostics = [...parsed.diagnostics, ...leaks];
  return sound === undefined ? { placeOf, diagnostics } : { sound, placeOf, diagnostics };
}
