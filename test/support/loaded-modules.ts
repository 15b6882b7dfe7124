import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a run of the real command loaded. */
export interface Loaded {
  /** Public modules of Node's own that `node -e 0` does not load, without `node:`. */
  readonly builtins: readonly string[];
  /** Scripts of the command, relative to `build/cli`. */
  readonly scripts: readonly string[];
  /** Size of these scripts. */
  readonly bytes: number;
  /** Packages of which any module was run. */
  readonly packages: readonly string[];
  /** Folders of `lib` of which any module was run, besides those of the command line itself. */
  readonly folders: readonly string[];
}

/** Runs the real command and tells what it loaded, as V8 counts it. The modules of `synth.js` have no functions to tell them by. */
export function loadedBy(args: readonly string[], cwd: string): Loaded {
  const plain = new Set(scriptsOf(['-e', '0'], cwd).map(({ url }) => url));
  const used = scriptsOf([join(root, 'bin/linkspan.js'), ...args], cwd).filter(({ url }) => !plain.has(url));
  const urls = used.map(({ url }) => url);
  const scripts = urls.flatMap((url) => /\/build\/cli\/(.*)$/.exec(url)?.[1] ?? []);
  const modules = used.flatMap(({ functions }) => functions.filter(isRun).map((f) => f.functionName));
  return {
    builtins: urls.flatMap((url) => /^node:(?!internal\/)(.*)$/.exec(url)?.[1] ?? []).sort(),
    scripts: scripts.sort(),
    bytes: scripts.reduce((sum, script) => sum + statSync(join(root, 'build/cli', script)).size, 0),
    packages: namesIn(modules, /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//),
    folders: namesIn(modules, /^(?:lib\/)(?!cli\/)([^/]+)\//),
  };
}

interface Script {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly count: number }[];
  }[];
}

function scriptsOf(args: readonly string[], cwd: string): readonly Script[] {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-coverage-'));
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: folder };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [file = ''] = readdirSync(folder);
    return (JSON.parse(readFileSync(join(folder, basename(file)), 'utf8')) as { result: Script[] }).result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The bundler wraps a module that is not always needed in a function of its name. */
function isRun({ ranges }: Script['functions'][number]): boolean {
  return (ranges[0]?.count ?? 0) > 0;
}

function namesIn(modules: readonly string[], pattern: RegExp): readonly string[] {
  return [...new Set(modules.flatMap((module) => pattern.exec(module)?.[1] ?? []))].sort();
}
