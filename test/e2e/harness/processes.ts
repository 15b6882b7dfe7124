import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A process in the background. */
export interface Running {
  readonly name: string;
  /** Path of the file that holds both of its output streams. */
  readonly log: string;
  isAlive(): boolean;
  /** Asks the process to end and waits; after 15 s ends it by force. */
  stop(): Promise<void>;
}

/** A command and its arguments. */
export type Command = readonly [string, ...string[]];

/**
 * Processes that belong together, each in a group of its own: Ctrl-C reaches them only through the keeper, in order.
 *
 * The id of each is noted in the run's folder, and its environment names that folder: nothing else is ever stopped.
 */
export class Processes {
  readonly #all: Running[] = [];

  /** `run` is the folder of the whole run, `folder` takes the logs. */
  constructor(
    readonly run: string,
    readonly folder: string,
  ) {
    mkdirSync(join(run, 'pids'), { recursive: true });
    mkdirSync(join(folder, 'logs'), { recursive: true });
  }

  /** Starts a process with this process's environment and more. */
  start(
    name: string,
    [command, ...args]: Command,
    environment: Readonly<Record<string, string>> = {},
  ): Running {
    const log = join(this.folder, 'logs', `${name}.log`);
    const output = openSync(log, 'a');
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...environment, LINKSPAN_E2E_RUN: this.run },
    });
    closeSync(output);
    const running = watch(name, log, child, this.#note(child, name));
    this.#all.push(running);
    return running;
  }

  /** Stops all, newest first. */
  async stop(): Promise<void> {
    for (const running of this.#all.reverse()) await running.stop();
    this.#all.length = 0;
  }

  /** Notes go by number, so that the keeper knows which is newest; returns what to do once the process has ended. */
  #note(child: ChildProcess, name: string): () => void {
    const notes = join(this.run, 'pids');
    const note = join(notes, `${String(readdirSync(notes).length).padStart(5, '0')}-${name}`);
    writeFileSync(note, String(child.pid ?? ''));
    return () => {
      if (existsSync(note)) writeFileSync(note, '');
    };
  }
}

function watch(name: string, log: string, child: ChildProcess, forget: () => void): Running {
  let isAlive = true;
  const ended = new Promise<void>((resolve) => {
    const end = (words: string): void => {
      isAlive = false;
      writeFileSync(log, `${words}\n`, { flag: 'a' });
      forget();
      resolve();
    };
    child.once('exit', (code, signal) => {
      end(`ended with ${signal ?? `code ${String(code)}`}`);
    });
    child.once('error', (error) => {
      end(error.message);
    });
  });
  const signal = (kind: NodeJS.Signals): void => {
    if (isAlive && child.pid !== undefined) process.kill(-child.pid, kind);
  };
  return {
    name,
    log,
    isAlive: () => isAlive,
    stop: async () => {
      const force = setTimeout(signal, 15_000, 'SIGKILL');
      signal('SIGTERM');
      await ended;
      clearTimeout(force);
    },
  };
}

/** The last lines of a log, for messages. */
export function tail(log: string, lines = 8): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}
