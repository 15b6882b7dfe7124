import { application, cluster, giving, label, project, set } from '../../support/linker/argocd-objects.js';
import type { RuleCases } from '../../support/linker/cases.js';

const mc = 'linkerd-multicluster';

/** Changes of which clusters and objects Argo CD takes in. */
export const argocdSetCases: Record<string, RuleCases> = {
  CLUSTER_UNSELECTED: {
    trips: [
      { when: 'its Secret lacks the label', edit: giving(set(), cluster('west'), cluster('east', {})) },
      {
        when: 'its label has another value',
        edit: giving(set(), cluster('west'), cluster('east', { 'mesh.example.com/linkerd': 'false' })),
      },
      {
        when: 'the generator stands in a matrix',
        edit: giving(
          set({
            generators: [
              {
                matrix: {
                  generators: [
                    { clusters: { selector: { matchLabels: label } } },
                    { clusters: { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } } },
                  ],
                },
              },
            ],
          }),
          cluster('east', {}),
        ),
      },
    ],
    holds: [
      { when: 'all are labelled', edit: giving(set(), cluster('west'), cluster('east')) },
      {
        when: 'the generator takes all clusters',
        edit: giving(set({ generators: [{ clusters: {} }] }), cluster('east', {})),
      },
      { when: 'the Secret is in no file', edit: giving(set(), cluster('west')) },
      {
        when: 'another generator may name it',
        edit: giving(
          set({
            generators: [{ clusters: { selector: { matchLabels: label } } }, { list: { elements: [] } }],
          }),
          cluster('east', {}),
        ),
      },
    ],
  },
  ARGOCD_CLUSTER_TWICE: {
    trips: [{ when: 'two Secrets have one', edit: giving(cluster('east'), cluster('east', label, 'other')) }],
    holds: [{ when: 'each has its own', edit: giving(cluster('east'), cluster('west')) }],
  },
  SET_PARAMETER: {
    trips: [
      {
        when: 'its path asks for what no generator gives',
        edit: giving(set({ path: 'dist/clusters/{{ .nmae }}', goTemplateOptions: ['missingkey=error'] })),
      },
      {
        when: 'it asks for a value that the generator does not have',
        edit: giving(
          set({ path: '{{.values.env}}', generators: [{ clusters: { values: { tier: 'one' } } }] }),
        ),
      },
      {
        when: 'it is written in Go templates and says nothing of them',
        edit: giving(set({ goTemplate: false })),
      },
      { when: 'it lacks the dot of Go templates', edit: giving(set({ path: 'dist/clusters/{{name}}' })) },
      {
        when: 'a function stands in where a missing key is an error',
        edit: giving(set({ path: '{{ .env | default "prod" }}', goTemplateOptions: ['missingkey=error'] })),
      },
    ],
    holds: [
      {
        when: 'it asks for what the generator gives',
        edit: giving(
          set({
            path: '{{.values.env}}/{{ index .metadata.labels "tier" }}/{{.metadata.labels.tier}}/{{ .project }}',
            generators: [{ clusters: { values: { env: 'prod' } } }],
          }),
        ),
      },
      { when: 'a function stands in', edit: giving(set({ path: '{{ .env | default "prod" }}' })) },
      { when: 'it asks first', edit: giving(set({ path: '{{ if hasKey . "env" }}{{ .env }}{{ end }}' })) },
      {
        when: 'another generator may give it',
        edit: giving(set({ path: '{{.env}}', generators: [{ clusters: {} }, { list: { elements: [] } }] })),
      },
    ],
  },
  APPLICATION_REFERENCE: {
    trips: [
      { when: 'other projects are given', edit: giving(set({ project: 'mash' }), project()) },
      {
        when: 'other clusters are given',
        edit: giving(application('ost'), cluster('east'), cluster('west')),
      },
    ],
    holds: [
      { when: 'none are given', edit: giving(application('east')) },
      {
        when: 'they are given',
        edit: giving(application('east'), application('west'), cluster('east'), cluster('west')),
      },
      { when: 'it is the project of every Argo CD', edit: giving(set({ project: 'default' }), project()) },
    ],
  },
  SET_DELETES: {
    trips: [{ when: 'it has no policy', edit: giving(set({ syncPolicy: {} })) }],
    holds: [
      { when: 'it only creates and updates', edit: giving(set()) },
      {
        when: 'it preserves resources',
        edit: giving(set({ syncPolicy: { preserveResourcesOnDeletion: true } })),
      },
    ],
  },
  PROJECT_REFUSES: {
    trips: [
      {
        when: 'the repository is not among its sources',
        edit: giving(set(), project({ sourceRepos: ['https://git.example.com/*'] })),
      },
      {
        when: 'the namespace of the other credential is not among its destinations',
        edit: giving(set(), project({ destinations: [{ server: '*', namespace: mc }] })),
      },
      {
        when: 'a kind is not among those it allows',
        edit: giving(set(), project({ namespaceResourceWhitelist: [{ group: '', kind: '*' }] })),
      },
      {
        when: 'a cluster is not among its destinations',
        edit: giving(
          set(),
          cluster('west'),
          cluster('east'),
          project({ destinations: [{ server: 'https://api.west.example.com:6443', namespace: '*' }] }),
        ),
      },
      {
        when: 'it refuses a namespace by name',
        edit: giving(
          set({ server: 'https://api.west.example.com:6443' }),
          project({
            destinations: [
              { server: '*', namespace: '*' },
              { server: '*', namespace: `!${mc}` },
            ],
          }),
        ),
      },
    ],
    holds: [
      { when: 'it allows all that is there', edit: giving(set(), project()) },
      {
        when: 'the cluster is known by name alone',
        edit: giving(
          set(),
          cluster('west'),
          cluster('east'),
          project({ destinations: [{ name: '*', namespace: '*' }] }),
        ),
      },
      {
        when: 'it refuses kinds that nobody uses',
        edit: giving(set(), project({ namespaceResourceBlacklist: [{ group: '', kind: 'ResourceQuota' }] })),
      },
    ],
  },
};
