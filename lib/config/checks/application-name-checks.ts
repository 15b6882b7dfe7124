import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { defaultApplicationName } from '../argocd-config.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { normalizedName } from '../normalized-name.js';
import { isObjectName } from '../validate/dns-names.js';
import { fieldText } from '../validate/field-text.js';

/** What Helm allows a release, which leaves room below the 63 characters of a label. */
const safeLength = 53;

const dnsName =
  'an Application is called by a DNS name: at most 253 lower-case letters, digits, dashes and dots; Argo CD makes none of another name';

/** An Application to be, and the cluster that it is for. */
interface Named {
  readonly key: string;
  readonly argocdName: string;
  readonly application: string;
  /** Where the cluster is called so. */
  readonly path: FieldPath;
}

/**
 * Names of the Applications that the ApplicationSet will make: one each, such as Kubernetes takes, and not too long.
 *
 * Reports ARGOCD_APPLICATION_NAME and APPLICATION_NAME_LONG.
 */
export function applicationNameChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  if (fleet.argocd === undefined) return [];
  const template = fleet.argocd.applicationName ?? defaultApplicationName;
  const named = Object.entries(fleet.clusters).flatMap(([key, cluster]): Named | [] => {
    const argocdName = cluster?.argocdName ?? key;
    // an empty name is told as such
    if (argocdName === '') return [];
    return {
      key,
      argocdName,
      application: template
        .replaceAll('{nameNormalized}', normalizedName(argocdName))
        .replaceAll('{name}', argocdName),
      path: cluster?.argocdName === undefined ? ['clusters', key] : ['clusters', key, 'argocdName'],
    };
  });
  // places take long to find, and hardly a fleet needs one
  const atTemplate = () => placeOf(['argocd', 'applicationName']);
  const aboutTemplate = () => ({ path: 'argocd.applicationName', ...atTemplate() });
  if (!isObjectName(template.replace(/\{name(Normalized)?\}/g, 'x'))) {
    return [
      {
        code: 'ARGOCD_APPLICATION_NAME',
        severity: 'error',
        message: `no Application can be called \`${template}\``,
        why: dnsName,
        fix: 'write lower-case letters, digits and dashes beside `{nameNormalized}`',
        ...aboutTemplate(),
      },
    ];
  }
  if (named.length > 1 && !/\{name(Normalized)?\}/.test(template)) {
    return [
      {
        code: 'ARGOCD_APPLICATION_NAME',
        severity: 'error',
        message: `all ${named.length} Applications would be called \`${template}\``,
        why: 'Argo CD refuses an ApplicationSet that makes two Applications of one name',
        fix: `write \`{nameNormalized}-${template}\``,
        ...aboutTemplate(),
      },
    ];
  }
  const isTold = fleet.argocd.applicationName !== undefined;
  return [...sameNames(named, placeOf), ...named.flatMap((each) => formOf(each))];

  function formOf({ key, application, path }: Named): Diagnostic[] {
    const about = () => ({
      cluster: key,
      path: fieldText(path),
      ...placeOf(path),
      ...(isTold && { related: [{ message: `of \`${template}\``, ...atTemplate() }] }),
    });
    if (!isObjectName(application)) {
      return [
        {
          code: 'ARGOCD_APPLICATION_NAME',
          severity: 'error',
          message: `the Application of ${key} would be called \`${application}\``,
          why: dnsName,
          fix: 'write `{nameNormalized}` for `{name}`',
          ...about(),
        },
      ];
    }
    if (application.length <= safeLength) return [];
    return [
      {
        code: 'APPLICATION_NAME_LONG',
        severity: 'warning',
        message: `the Application of ${key} would be called \`${application}\`: ${application.length} characters, and ${safeLength} are safe`,
        why: 'Helm refuses release names over 53 characters; label values end at 63, which tracking by label cuts off or refuses',
        fix: 'shorten `argocd.applicationName`, or the name of the cluster in Argo CD',
        ...about(),
      },
    ];
  }
}

/** Names that differ for Argo CD, but not once they stand in the name of an Application. */
function sameNames(named: readonly Named[], placeOf: PlaceOf): Diagnostic[] {
  const firsts = new Map<string, Named>();
  return named.flatMap((each) => {
    const first = firsts.get(each.application);
    if (first === undefined) {
      firsts.set(each.application, each);
      return [];
    }
    // names that differ in case alone are told as the same name already
    if (first.argocdName.toLowerCase() === each.argocdName.toLowerCase()) return [];
    const diagnostic: Diagnostic = {
      code: 'ARGOCD_APPLICATION_NAME',
      severity: 'error',
      message: `the Applications of ${first.key} and ${each.key} would both be called \`${each.application}\``,
      why: 'Argo CD makes neither of two Applications of one name',
      fix: 'rename one of the clusters in Argo CD: other characters than letters, digits, dots and dashes all become dashes',
      cluster: each.key,
      path: fieldText(each.path),
      related: [{ message: 'the other one', ...placeOf(first.path) }],
      ...placeOf(each.path),
    };
    return [diagnostic];
  });
}
