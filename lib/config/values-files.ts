import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closest } from '../diagnostics/suggest.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { shownPath, unreadable } from './read-text-file.js';

/** The values files of a configuration folder. */
export interface ValuesFiles {
  /** Path of `values.yaml`, if there is one. */
  readonly base?: string;
  /** Path of `<argocdName>-values.yaml` by the cluster's key in the fleet. */
  readonly clusters: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the values files of a fleet in its configuration folder.
 *
 * `argocdNames` maps Argo CD's name of each cluster to the cluster's key; without it every file is taken. Reports VALUES_CLUSTER_UNKNOWN for a
 * values file that belongs to no cluster, and VALUES_FILE_NAME for one whose name is not read.
 */
export function findValuesFiles(
  directory: string,
  argocdNames: ReadonlyMap<string, string> | undefined,
): ValuesFiles {
  const clusters = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  let base: string | undefined;
  for (const name of namesIn(directory, diagnostics)) {
    const path = join(directory, name);
    const match = valuesFile.exec(name);
    if (match === null) continue;
    const [, argocdName] = match;
    if (!name.endsWith('values.yaml')) diagnostics.push(misnamed(name, path));
    else if (argocdName === undefined) base = path;
    else if (argocdNames === undefined) clusters.set(argocdName, path);
    else {
      const cluster = argocdNames.get(argocdName);
      if (cluster === undefined) diagnostics.push(ownerless(argocdName, path, argocdNames));
      else clusters.set(cluster, path);
    }
  }
  return { ...(base === undefined ? {} : { base }), clusters, diagnostics };
}

const valuesFile = /^(?:(.+)-)?values\.(ya?ml)$/i;

/** True for the name of a file that the configuration of a fleet is read from, or refused for. */
export function isConfigFile(name: string): boolean {
  return name === 'fleet.yaml' || valuesFile.test(name);
}

function namesIn(directory: string, diagnostics: Diagnostic[]): string[] {
  try {
    return readdirSync(directory).sort(byCodeUnits);
  } catch (error) {
    diagnostics.push(unreadable(shownPath(directory), (error as NodeJS.ErrnoException).code));
    return [];
  }
}

function misnamed(name: string, path: string): Diagnostic {
  const right = name.replace(/values\.ya?ml$/i, 'values.yaml');
  return {
    code: 'VALUES_FILE_NAME',
    severity: 'error',
    message: `a values file ends in \`values.yaml\`, so \`${name}\` would not be read`,
    fix: `rename it to \`${right}\``,
    file: shownPath(path),
  };
}

function ownerless(argocdName: string, path: string, argocdNames: ReadonlyMap<string, string>): Diagnostic {
  const byKey = [...argocdNames].find(([, key]) => key === argocdName)?.[0];
  const meant = byKey ?? closest(argocdName, argocdNames.keys());
  return {
    code: 'VALUES_CLUSTER_UNKNOWN',
    severity: 'error',
    message: `no cluster of the fleet is called \`${argocdName}\` by Argo CD, so nothing reads this file`,
    ...(byKey === undefined ? {} : { why: `Argo CD calls the cluster \`${argocdName}\` \`${byKey}\`` }),
    fix:
      meant === undefined
        ? `declare the cluster in the fleet file, or remove the file`
        : `rename the file to \`${meant}-values.yaml\``,
    file: shownPath(path),
  };
}
