/** Names that Windows keeps for devices, with or without an extension. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Characters that some file system, shell or YAML reader does not take in a name. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unsafeCharacter = /[\x00-\x1f\x7f<>:"|?*\\]/;

/** Longest name most file systems take, in bytes of UTF-8. */
const longestName = 255;

function nameProblem(name: string): string | undefined {
  if (name === '') return 'has an empty part';
  if (name === '.' || name === '..') return `leaves its folder by \`${name}\``;
  if (unsafeCharacter.test(name)) return 'has a character that Windows or a shell does not take in a name';
  if (name.endsWith('.') || name.endsWith(' ') || name.startsWith(' ')) {
    return 'has a part that begins with a space, or ends with a space or a dot';
  }
  if (deviceName.test(name)) return `has a part that Windows keeps for a device: \`${name}\``;
  const lower = name.toLowerCase();
  if (lower === '.git' || lower === '.linkspan') return `has the part \`${name}\`, which is not for output`;
  if (name.length * 3 > longestName && Buffer.byteLength(name) > longestName) {
    return `has a part of more than ${longestName} bytes`;
  }
  return undefined;
}

/** Longer paths are looked at part by part. */
export const longestPlainPath = longestName - 1;

/** Most paths are of this kind; the parts are looked at one by one only for others. */
const plainPath = /^[a-z0-9][a-z0-9_-]{0,60}(?:[./][a-z0-9][a-z0-9_-]{0,60})*$/;
const deviceInside = /(?:^|\/)(?:con|prn|aux|nul|com|lpt)/;

/** True for a path that any system can hold, and that has no other form; there are good ones besides. */
export function isPlainPath(path: string): boolean {
  return plainPath.test(path) && !deviceInside.test(path) && path.length <= longestPlainPath;
}

/**
 * What is wrong with a path inside the output folder, or `undefined` when any system can hold it.
 *
 * A good path is relative, with `/` between its parts; the answer reads after the path: `a//b` has an empty part.
 */
export function pathProblem(path: string): string | undefined {
  if (isPlainPath(path)) return undefined;
  if (path.startsWith('/')) return 'is absolute';
  for (const name of path.split('/')) {
    const problem = nameProblem(name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The folder of a path inside the output folder; `''` is the output folder itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/**
 * A path as a file system sees it that tells neither case nor Unicode forms apart, as those of macOS and Windows.
 *
 * Two paths with equal folded forms cannot stand side by side there.
 */
export function foldedPath(path: string): string {
  return plainPath.test(path) ? path : path.normalize('NFC').toLowerCase();
}
