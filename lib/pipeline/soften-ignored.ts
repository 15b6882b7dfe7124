import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What is said of keys that Helm passes over. */
const ignored: ReadonlySet<string> = new Set<Diagnostic['code']>([
  'CONFIG_UNKNOWN_KEY',
  'VALUES_WRAPPER',
  'VALUES_OUTSIDE_WRAPPER',
]);

/** Values that the chart hands on whole: there Kubernetes reads the keys, and refuses an object with one too many. */
const handedOn = /(?:^|\.)(?:resources|tolerations|imagePullSecrets|\w+Env)(?:\[\d+\])?\./i;

/**
 * What is found in values that others wrote, where it is certain to break something and where it is not.
 *
 * Helm passes over keys that the chart does not read: they are warnings, though errors in files of our own, whose author
 * asked to be told.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/local-service-mirror.yaml
 */
export function softenIgnored(found: readonly Diagnostic[]): Diagnostic[] {
  return found.map((diagnostic) =>
    diagnostic.severity === 'error' && ignored.has(diagnostic.code) && !handedOn.test(diagnostic.path ?? '')
      ? { ...diagnostic, severity: 'warning' }
      : diagnostic,
  );
}
