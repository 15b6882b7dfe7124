/** Whether a key stands below a mount; slashes around the mount and before the key mean nothing. */
export function isBelowMount(key: string, mount: string): boolean {
  return withoutSlash(key).startsWith(`${bare(mount)}/`);
}

/**
 * A key as the operator wants it: up to 2.9.0 it takes the mount off the data path of a push, but not off the
 * path of its metadata.
 * @see https://github.com/external-secrets/external-secrets/issues/6968
 */
export function withoutMount(key: string, mount: string | undefined): string {
  if (mount === undefined || !isBelowMount(key, mount)) return key;
  return withoutSlash(key).slice(bare(mount).length + 1);
}

function bare(mount: string): string {
  return withoutSlash(mount).replace(/\/+$/, '');
}

function withoutSlash(text: string): string {
  return text.replace(/^\/+/, '');
}
