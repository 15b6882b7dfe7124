import type { ObjectSymbol } from '../../../symbols/object.js';
import type { RouteSymbol } from '../../../symbols/kinds/route.js';
import type { ClusterView } from '../../cluster-view.js';
import { mirrorNamed } from '../../mirror-names.js';
import { deliversTo } from '../../argocd-clusters.js';
import type { Fleet } from '../../fleet.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/**
 * Fields that the operator's CRDs fill in are written out, where Argo CD would take them for drift.
 *
 * Told only where an Application of the namespace neither compares on the server's side nor ignores the kind.
 */
export const defaultsUnwritten = rule('DEFAULTS_UNWRITTEN', {
  group: 'delivery',
  severity: 'warning',
  reach: 'links',
  fix: 'write every defaulted field, or annotate the Application with `argocd.argoproj.io/compare-options: ServerSideDiff=true`',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.6.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: [
    'an ExternalSecret is OutOfSync for ever',
    'an HTTPRoute is OutOfSync for ever',
    'self-heal syncs again and again',
  ],
  check(fleet, report) {
    if (fleet.applications.length === 0 || isToldOtherwise(fleet)) return;
    for (const view of fleet.clusters) {
      const lacking: readonly (ObjectSymbol & { readonly undefaulted?: readonly string[] })[] = [
        ...view.symbols.secrets,
        ...view.symbols.pushSecrets,
        ...view.symbols.routes.filter((route) => sendsToMirror(fleet, view, route)),
      ];
      for (const object of lacking) {
        const { undefaulted, isLive, kind, namespace } = object;
        if (undefaulted === undefined || isLive === true) continue;
        const application = fleet.applications.find(
          (each) =>
            deliversTo(each, namespace) &&
            !each.comparesServerSide &&
            !each.ignoredKinds.some((ignored) => ignored === kind || ignored === '*'),
        );
        if (application === undefined) continue;
        report({
          at: object,
          message: `${kind} ${object.name} leaves out ${undefaulted.join(', ')}, which ${fillerOf(kind, undefaulted)} fills in`,
          related: [related(application, application, `${application.kind} ${application.name} compares it`)],
        });
      }
    }
  },
});

/** Fields of references that the CRDs of the operator give a default up to 2.8; they give others one in 2.9 too. */
const untilVersion29 = ['conversionStrategy', 'decodingStrategy', 'metadataPolicy'];

function fillerOf(kind: string, fields: readonly string[]): string {
  if (kind.endsWith('Route')) return 'the CRD of the Gateway API';
  return fields.every((field) => untilVersion29.includes(field))
    ? 'External Secrets up to 2.8'
    : 'the CRD of External Secrets';
}

/** True for a route that splits traffic between clusters; others are none of our business. */
function sendsToMirror(fleet: Fleet, view: ClusterView, { backends, namespace = '' }: RouteSymbol): boolean {
  return backends.some(
    (backend) => mirrorNamed(fleet, view, backend.name.value, backend.namespace ?? namespace) !== undefined,
  );
}

/** True when Argo CD's own settings make it ignore what others fill in. */
function isToldOtherwise({ argocdSettings }: Fleet): boolean {
  return argocdSettings.some(({ settings }) =>
    settings.some(
      ({ key, value, map }) =>
        (map === 'argocd-cmd-params-cm' && key === 'controller.diff.server.side' && value === 'true') ||
        (map === 'argocd-cm' &&
          /^resource\.customizations\.ignoreDifferences\.(all|external-secrets)/.test(key)),
    ),
  );
}
