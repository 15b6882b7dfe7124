import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A Git repository in a folder, with one branch. */
export class Repository {
  /** What Argo CD is given for an address. */
  readonly url: string;

  constructor(
    readonly folder: string,
    branch = 'main',
  ) {
    mkdirSync(folder, { recursive: true });
    this.url = pathToFileURL(folder).href;
    this.#git('init', '--quiet', '--initial-branch', branch);
  }

  /** Makes a folder of the repository equal to one outside it, and commits. */
  publish(from: string, to: string): void {
    rmSync(join(this.folder, to), { recursive: true, force: true });
    cpSync(from, join(this.folder, to), { recursive: true });
    this.commit();
  }

  /** Commits whatever lies in the folder. */
  commit(): void {
    this.#git('add', '--all');
    this.#git(
      '-c',
      'user.name=e2e',
      '-c',
      'user.email=e2e@example.com',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'e2e',
    );
  }

  #git(...args: string[]): void {
    execFileSync('git', ['-C', this.folder, '-c', 'commit.gpgSign=false', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
}
