import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache =
  process.env.LINKSPAN_E2E_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'linkspan-e2e');

/** Programs that `test/e2e/install` builds, by the folder of the cache that holds them. */
const folders = {
  etcd: 'kubernetes',
  'kube-apiserver': 'kubernetes',
  'kube-controller-manager': 'kubernetes',
  'kube-scheduler': 'kubernetes',
  kubectl: 'kubernetes',
  kwok: 'kwok',
  'argocd-application-controller': 'argocd',
  'argocd-applicationset-controller': 'argocd',
  'argocd-repo-server': 'argocd',
  'git-verify-wrapper.sh': 'argocd',
  'render-template': 'operator',
} as const;

/** The name of a built program. */
export type Program = keyof typeof folders;

/** Where a built program lies. */
export function program(name: Program): string {
  return join(cache, folders[name], name);
}

/** The folder of a built program, for files that it brings along and for a PATH. */
export function programFolder(name: Program): string {
  return join(cache, folders[name]);
}

/** The version of a built program, as the name of its folder in the cache has it. */
export function programVersion(name: Program): string {
  return /-(v[^-]+)-/.exec(realpathSync(programFolder(name)).split('/').pop() ?? '')?.[1] ?? 'unknown';
}

/** Programs that are not in the cache yet. */
export function unbuilt(): Program[] {
  return (Object.keys(folders) as Program[]).filter((name) => !existsSync(program(name)));
}
