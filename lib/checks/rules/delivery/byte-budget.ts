import { related } from '../../report.js';
import { rule } from '../../rule.js';

const most = 10_000_000;

/** The files of a cluster, and each object, are of a size that Argo CD carries. Dumps of clusters are not counted. */
export const byteBudget = rule('BYTE_BUDGET', {
  group: 'delivery',
  severity: 'warning',
  fix: 'part the manifests into several Applications; apply large objects with `ServerSideApply=true`',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/docs/operator-manual/argocd-cmd-params-cm.yaml',
  symptoms: [
    'manifests exceed maximum combined size',
    'metadata.annotations: Too long: must have at most 262144 bytes',
  ],
  check(fleet, report) {
    const client = fleet.applications.find(
      ({ syncOptions }) => !syncOptions.some(({ value }) => value === 'ServerSideApply=true'),
    );
    for (const { symbols } of fleet.clusters) {
      const [first] = [...symbols.services, ...symbols.serviceAccounts, ...symbols.namespaces];
      if (symbols.characters > most && first !== undefined && first.isLive !== true) {
        report({
          at: first,
          message: `the files of ${symbols.name} hold ${symbols.characters} characters; Argo CD takes ${most} for one Application`,
        });
      }
      if (client === undefined) continue;
      for (const { object, characters } of symbols.large) {
        const options = object.annotations['argocd.argoproj.io/sync-options'] ?? '';
        if (object.isLive === true || options.includes('ServerSideApply=true')) continue;
        report({
          at: object,
          message: `${object.kind} ${object.name} has ${characters} characters, and no room in an annotation of 262144`,
          why: 'A client-side apply keeps the whole object in an annotation: the API server refuses it, and the sync fails.',
          related: [
            related(
              client,
              client.syncOptions[0],
              `${client.kind} ${client.name} applies on the client’s side`,
            ),
          ],
        });
      }
    }
  },
});
