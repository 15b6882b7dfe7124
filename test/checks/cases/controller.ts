import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { link, service, type TestObject } from '../../support/linker/own-fleet.js';

const exported = { 'mirror.linkerd.io/exported': 'true' };
const flat = { 'mirror.linkerd.io/exported': 'remote-discovery' };
const member = { 'mirror.linkerd.io/federated': 'member' };

function addFlag(fleet: TestFleet, flag: string): void {
  const spec = fleet.find('west', 'Deployment', 'controller-east').spec as {
    template: { spec: { containers: { args?: string[] }[] } };
  };
  for (const { args } of spec.template.spec.containers) {
    if (args?.[0] === 'service-mirror') args.splice(1, 0, flag);
  }
}

function addMany(fleet: TestFleet, count: number): void {
  for (let i = 0; i < count; i++) fleet.add('east', service(`many-${i}`, exported));
}

function addAnnotated(fleet: TestFleet, labels: Record<string, string>, key: string): void {
  const annotated = service('cart', labels);
  annotated.metadata.annotations = { [key]: 'cart' };
  fleet.add('east', annotated);
}

/** Two targets, `east` and `eu-east`, and what they export. */
function addSecondTarget(fleet: TestFleet, first: TestObject, second: TestObject): void {
  const other = link();
  other.metadata.name = 'eu-east';
  fleet.set(other, 'spec.targetClusterName', 'eu-east');
  fleet.set(other, 'spec.clusterCredentialsSecret', 'cluster-credentials-eu-east');
  fleet.set(other, 'spec.gatewayAddress', 'gw.eu-east.example.com');
  fleet.add('west', other);
  fleet.add('east', first);
  fleet.add('eu-east', second);
}

const discovery = 'multicluster.linkerd.io/remote-discovery';
const local = 'multicluster.linkerd.io/local-discovery';
const skip = 'endpointslice.kubernetes.io/skip-mirror';

/** Changes of what makes the controller do the unexpected. */
export const controllerCases: Record<string, RuleCases> = {
  EXPORT_AND_FEDERATED: {
    trips: [
      {
        when: 'a Service has both labels',
        edit: (fleet) => {
          fleet.add('east', service('cart', { ...exported, ...member }));
        },
      },
      {
        when: 'it has both labels and its mirror’s name is too long',
        also: ['MIRROR_NAME_LONG'],
        edit: (fleet) => {
          fleet.add('east', service('a'.repeat(59), { ...exported, ...member }));
        },
      },
    ],
    holds: [
      {
        when: 'two Services have one each',
        edit: (fleet) => {
          fleet.add('east', service('cart', exported), service('till', member));
        },
      },
    ],
  },
  MIRROR_COLLISION: {
    trips: [
      {
        when: 'two Services and their targets’ names add up to one',
        also: ['LINK_CONTROLLER_MISSING'],
        edit: (fleet) => {
          addSecondTarget(fleet, service('cart-eu', exported), service('cart', exported));
        },
      },
    ],
    holds: [
      {
        when: 'they are in different namespaces',
        edit: (fleet) => {
          const elsewhere = service('cart', exported);
          elsewhere.metadata.namespace = 'books';
          addSecondTarget(fleet, service('cart-eu', exported), elsewhere);
        },
      },
    ],
  },
  COPIED_LABEL_STEERS: {
    trips: [
      {
        when: 'an exported Service has the label of remote discovery',
        edit: (fleet) => {
          fleet.add('east', service('cart', { ...exported, [discovery]: 'south' }));
        },
      },
      {
        when: 'it has the label that stops EndpointSlices',
        edit: (fleet) => {
          fleet.add('east', service('cart', { ...exported, [skip]: 'true' }));
        },
      },
    ],
    holds: [
      {
        when: 'the label is excluded',
        edit: (fleet) => {
          fleet.add('east', service('cart', { ...exported, [skip]: 'true' }));
          fleet.set(fleet.link, 'spec.excludedLabels', ['endpointslice.kubernetes.io/*']);
        },
      },
      {
        when: 'the label is false, or the Service flat',
        edit: (fleet) => {
          fleet.add('east', service('cart', { ...exported, [skip]: 'false' }));
          fleet.add('east', service('till', { ...flat, [skip]: 'true' }));
        },
      },
    ],
  },
  COPIED_DISCOVERY_ANNOTATION: {
    trips: [
      {
        when: 'a member has the annotation of local discovery',
        edit: (fleet) => {
          addAnnotated(fleet, member, local);
        },
      },
      {
        when: 'an exported Service has the annotation of remote discovery',
        edit: (fleet) => {
          addAnnotated(fleet, exported, discovery);
        },
      },
    ],
    holds: [
      {
        when: 'the annotation is excluded',
        edit: (fleet) => {
          addAnnotated(fleet, member, local);
          fleet.set(fleet.link, 'spec.excludedAnnotations', [local]);
        },
      },
      {
        when: 'the federated Service’s own annotation replaces it',
        edit: (fleet) => {
          addAnnotated(fleet, member, discovery);
        },
      },
    ],
  },
  REPAIR_OUTLASTS_PERIOD: {
    trips: [
      {
        when: '300 Services are exported through one gateway',
        edit: (fleet) => {
          addMany(fleet, 299);
        },
      },
    ],
    holds: [
      {
        when: '299 are',
        edit: (fleet) => {
          addMany(fleet, 298);
        },
      },
      {
        when: 'the period is longer',
        edit: (fleet) => {
          addMany(fleet, 299);
          addFlag(fleet, '-endpoint-refresh-period=1m30s');
        },
      },
    ],
  },
  EXCLUSION_INERT: {
    trips: ['*', 'app*', 'app.*/*', '/*'].map((pattern) => ({
      when: `an exclusion is \`${pattern}\``,
      edit: (fleet) => {
        fleet.set(fleet.link, 'spec.excludedLabels', [pattern]);
      },
    })),
    holds: [
      {
        when: 'exclusions are keys and prefixes',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.excludedLabels', ['app', 'app.kubernetes.io/*']);
        },
      },
    ],
  },
};
