import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { upstream } from '../../support/upstream.js';
import { unbuilt } from './programs.js';

const tools = {
  openssl: 'certificates',
  git: 'the repository that Argo CD reads',
  'redis-server': "Argo CD's cache",
};

/**
 * Why the tests cannot run on this machine, one line per missing thing; empty if they can.
 *
 * Go counts only while a program still has to be built.
 */
export function missingNeeds(): string[] {
  const missing = Object.entries(tools)
    .filter(([tool]) => !onPath(tool))
    .map(([tool, use]) => `${tool} (for ${use})`);
  if (unbuilt().length > 0 && !onPath('go')) missing.push('go (to build the control planes)');
  if (!existsSync(upstream())) missing.push(`${upstream()} (upstream's CRDs; LINKSPAN_UPSTREAM)`);
  return missing;
}

function onPath(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
