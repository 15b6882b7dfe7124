import { spawn } from 'node:child_process';

import { program } from './programs.js';

/** What a command said and how it ended. */
export interface Outcome {
  readonly isSuccess: boolean;
  /** Both streams, trimmed. */
  readonly output: string;
}

/** Runs kubectl with a kubeconfig, and text for its standard input if given. */
export function kubectl(kubeconfig: string, args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program('kubectl'), ['--kubeconfig', kubeconfig, ...args], {
      // kubectl keeps what it learns of an API server below HOME, by address; the next run's server may have the same.
      env: { ...process.env, KUBECACHEDIR: `${kubeconfig}.cache` },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => output.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ isSuccess: code === 0, output: Buffer.concat(output).toString().trim() });
    });
    child.stdin.end(input);
  });
}
