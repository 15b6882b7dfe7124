import { isObjectName } from '../config/validate/dns-names.js';
import { labelKeyMistake } from '../config/validate/labels.js';
import type { Manifest } from '../manifests/manifest.js';
import { isPlain } from '../symbols/reader.js';

/** Kinds of this group may be called by anything that fits into a path. */
const freelyNamed = 'rbac.authorization.k8s.io/';

/** Groups whose kinds are called as objects commonly are; of others each kind decides, and many take more. */
const commonlyNamed =
  /^(?:v1|(?:apps|batch|autoscaling|policy|argoproj\.io|monitoring\.coreos\.com|external-secrets\.io|(?:[a-z]+\.)?linkerd\.io|gateway\.networking\.k8s\.io)\/\w+)$/;

/** Kinds whose names are parts of DNS names, each at most 63 characters. */
const labels: Readonly<Record<string, RegExp>> = {
  Namespace: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
  Service: /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
};

/** Whether the API server takes an object of this kind under its name. */
export function isNameOf({ apiVersion, kind, metadata: { name } }: Manifest): boolean {
  if (apiVersion.startsWith(freelyNamed)) return !/[/%]/.test(name) && name !== '.' && name !== '..';
  const label = apiVersion === 'v1' ? labels[kind] : undefined;
  if (label !== undefined) return label.test(name);
  return !commonlyNamed.test(apiVersion) || isObjectName(name);
}

/** A key that the API server takes for none. */
interface KeyMistake {
  readonly path: readonly string[];
  readonly message: string;
  readonly fix?: string;
}

/** Keys among the labels and annotations of an object that are none. */
export function metadataKeyMistakes({ metadata }: { readonly metadata?: unknown }): readonly KeyMistake[] {
  if (!isPlain(metadata)) return [];
  return ['labels', 'annotations'].flatMap((map) =>
    Object.keys(isPlain(metadata[map]) ? metadata[map] : {}).flatMap((key): KeyMistake[] => {
      // the API server looks at annotations in lower case
      const mistake = labelKeyMistake(map === 'annotations' ? key.toLowerCase() : key);
      return mistake === undefined ? [] : [{ ...mistake, path: ['metadata', map, key] }];
    }),
  );
}
