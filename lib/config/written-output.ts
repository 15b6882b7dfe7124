import { decodeUtf8 } from './decode-utf8.js';
import { yaml12 } from './yaml/dialects.js';
import { readYaml } from './yaml/read-yaml.js';

/** The output folder of a fleet that names none. */
export const defaultOutput = 'dist';

/**
 * The output folder that a fleet file names, sound or not, for who wants to know before the fleet is read.
 *
 * Costs next to nothing where the file does not speak of one.
 */
export function writtenOutput(bytes: Buffer, file: string): string {
  // a key may be written with escapes
  if (!bytes.includes('output') && !bytes.includes('\\')) return defaultOutput;
  const { text } = decodeUtf8(bytes, file);
  const data = text === undefined ? undefined : readYaml(text, yaml12, file).file?.data;
  const written = typeof data === 'object' && data !== null && 'output' in data ? data.output : undefined;
  return typeof written === 'string' ? written : defaultOutput;
}
