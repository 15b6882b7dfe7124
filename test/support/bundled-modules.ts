import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** The modules that a script of the command line is made of, relative to the root. */
export async function bundledIn(script: string): Promise<readonly string[]> {
  const { commandLine } = (await import(pathToFileURL(join(root, 'scripts/cli/bundle.js')).href)) as {
    readonly commandLine: () => BuildOptions;
  };
  const { metafile } = await build({
    ...commandLine(),
    absWorkingDir: root,
    outdir: 'build/cli',
    write: false,
    metafile: true,
  });
  const { inputs = {} } = metafile.outputs[`build/cli/${script}`] ?? {};
  return Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
}
