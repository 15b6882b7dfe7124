import { calledOtherwise } from '../../support/linker/called-otherwise.js';
import type { RuleCases } from '../../support/linker/cases.js';
import { link, service } from '../../support/linker/own-fleet.js';

const exported = { 'mirror.linkerd.io/exported': 'true' };
const long = 'a'.repeat(36);

/** Changes of names. */
export const nameCases: Record<string, RuleCases> = {
  LINK_NAME_FORM: {
    trips: [
      {
        when: 'the Link’s name has a dot',
        also: ['LINK_CONTROLLER_MISSING', 'LINK_NAME_TARGET'],
        edit: (fleet) => {
          fleet.link.metadata.name = 'east.eu';
        },
      },
      {
        when: 'the Link leaves its name to the API server',
        edit: (fleet) => {
          fleet.set(fleet.link, 'metadata.generateName', 'east-');
          fleet.set(fleet.link, 'metadata.name', undefined);
        },
      },
    ],
    holds: [
      { when: 'the name has a hyphen', edit: (fleet) => (fleet.link.metadata.name = 'east-eu') },
      { when: 'the name begins with a digit', edit: (fleet) => (fleet.link.metadata.name = '1east') },
    ],
  },
  LINK_NAME_LONG: {
    trips: [
      {
        when: 'the Link’s name has 36 characters',
        also: ['LINK_CONTROLLER_MISSING', 'LINK_NAME_TARGET'],
        edit: (fleet) => (fleet.link.metadata.name = long),
      },
    ],
    holds: [{ when: 'it has 35', edit: (fleet) => (fleet.link.metadata.name = 'a'.repeat(35)) }],
  },
  CLUSTER_TWO_NAMES: {
    trips: [
      {
        when: 'the target is given by another name, and its gateway tells which it is',
        edit: (fleet) => {
          calledOtherwise(fleet);
        },
      },
    ],
    holds: [
      {
        when: 'the facts tell both names',
        edit: (fleet) => {
          calledOtherwise(fleet);
          fleet.options = { ...fleet.options, facts: { clusters: { east: { argocdName: 'hub' } } } };
        },
      },
    ],
  },
  LINK_NAME_TARGET: {
    trips: [
      {
        when: 'the target is called otherwise, and the facts know it by that name',
        also: ['CREDENTIALS_LABEL'],
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.targetClusterName', 'orient');
          fleet.options = { facts: { clusters: { orient: { argocdName: 'east' } } } };
        },
      },
    ],
    holds: [{ when: 'Link and target share a name', edit: () => undefined }],
  },
  LINK_TARGET_MISSING: {
    trips: [
      {
        when: 'the target is absent',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.targetClusterName', undefined);
        },
      },
    ],
    holds: [{ when: 'the target is set', edit: () => undefined }],
  },
  LINK_TARGET_TWICE: {
    trips: [
      {
        when: 'a second Link has the same target',
        also: ['LINK_NAME_TARGET', 'LINK_CONTROLLER_MISSING'],
        edit: (fleet) => {
          const second = link();
          second.metadata.name = 'east2';
          fleet.add('west', second);
        },
      },
    ],
    holds: [
      {
        when: 'a Link in another cluster has it',
        edit: (fleet) => {
          fleet.add('north', link());
        },
      },
    ],
  },
  LINK_CONTROLLER_MISSING: {
    trips: [
      {
        when: 'the controller is gone',
        edit: (fleet) => {
          fleet.remove('west', 'Deployment', 'controller-east');
        },
      },
      {
        when: 'the controller has no pods',
        edit: (fleet) => {
          fleet.set(fleet.find('west', 'Deployment', 'controller-east'), 'spec.replicas', 0);
        },
      },
    ],
    holds: [
      {
        when: 'a second controller has pods',
        edit: (fleet) => {
          const controller = fleet.find('west', 'Deployment', 'controller-east');
          const second = structuredClone(controller);
          second.metadata.name = 'linkerd-service-mirror-east';
          fleet.set(controller, 'spec.replicas', 0);
          fleet.add('west', second);
        },
      },
      {
        when: 'a legacy controller serves the Link',
        edit: (fleet) => {
          const controller = fleet.find('west', 'Deployment', 'controller-east');
          controller.metadata.name = 'linkerd-service-mirror-east';
          controller.metadata.labels = {
            component: 'service-mirror',
            'mirror.linkerd.io/cluster-name': 'east',
          };
        },
      },
      {
        when: 'a controller serves the Link by its arguments, without labels',
        edit: (fleet) => {
          fleet.find('west', 'Deployment', 'controller-east').metadata.labels = {};
        },
      },
    ],
  },
  CONTROLLER_LINK_MISSING: {
    trips: [
      {
        when: 'the Link is gone',
        edit: (fleet) => {
          fleet.remove('west', 'Link', 'east');
        },
      },
    ],
    holds: [{ when: 'the Link is there', edit: () => undefined }],
  },
  CREDENTIALS_NAME: {
    trips: [
      {
        when: 'the Link names a Secret its Role does not grant',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.clusterCredentialsSecret', 'east-credentials');
          const secret = fleet.find(
            'west',
            'ExternalSecret',
            'cluster-credentials-east-es',
            'linkerd-multicluster',
          );
          fleet.set(secret, 'spec.target.name', 'east-credentials');
        },
      },
      {
        when: 'the Link names none',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.clusterCredentialsSecret', undefined);
        },
      },
    ],
    holds: [
      {
        when: 'the Role grants every Secret',
        edit: (fleet) => {
          fleet.set(fleet.link, 'spec.clusterCredentialsSecret', 'east-credentials');
          const role = fleet.find('west', 'Role', 'controller-read-remote-creds-east');
          role.rules = [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }];
        },
      },
    ],
  },
  MIRROR_NAME_LONG: {
    trips: [
      {
        when: 'name and suffix have 64 characters',
        edit: (fleet) => {
          fleet.add('east', service('a'.repeat(59), exported));
        },
      },
      {
        when: 'a federated name has 64 characters',
        edit: (fleet) => {
          fleet.add('east', service('a'.repeat(54), { 'mirror.linkerd.io/federated': 'member' }));
        },
      },
    ],
    holds: [
      {
        when: 'they have 63',
        edit: (fleet) => {
          fleet.add('east', service('a'.repeat(58), exported));
        },
      },
    ],
  },
  MIRROR_NAME_TAKEN: {
    trips: [
      {
        when: 'the source has a Service of that name',
        edit: (fleet) => {
          fleet.add('west', service('web-east', {}));
        },
      },
    ],
    holds: [
      {
        when: 'that Service is the mirror',
        edit: (fleet) => {
          fleet.add('west', service('web-east', { 'mirror.linkerd.io/mirrored-service': 'true' }));
        },
      },
    ],
  },
  FEDERATED_NAME_TAKEN: {
    trips: [
      {
        when: 'the source has that Service',
        edit: (fleet) => {
          fleet.add('west', service('api-federated', {}));
        },
      },
    ],
    holds: [
      {
        when: 'nobody federates it',
        edit: (fleet) => {
          fleet.add('west', service('inner-federated', {}));
        },
      },
    ],
  },
};
