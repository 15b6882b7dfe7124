import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const exported = { 'mirror.linkerd.io/exported': 'true' };
const flat = { 'mirror.linkerd.io/exported': 'remote-discovery' };
const member = { 'mirror.linkerd.io/federated': 'member' };

function headless(name: string, labels: Record<string, string>): TestObject {
  const object = service(name, labels);
  object.spec = { ...(object.spec as object), clusterIP: 'None' };
  return object;
}

/** Endpoints as a dump of a cluster holds them. */
function endpoints(name: string, labels: Record<string, string>, hosts: readonly object[]): TestObject {
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: {
      name,
      namespace: 'shop',
      labels: { ...labels, 'service.kubernetes.io/headless': '' },
      uid: '5a1c',
    } as TestObject['metadata'],
    subsets: [
      { addresses: hosts.map((host, i) => ({ ip: `10.1.0.${i + 1}`, ...host })), ports: [{ port: 80 }] },
    ],
  };
}

const pod = (name: string) => ({ hostname: name, targetRef: { kind: 'Pod', name } });

function statefulSet(name: string, serviceName: string, replicas: number): TestObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace: 'shop' },
    spec: { replicas, serviceName, template: { metadata: { labels: { app: serviceName } } } },
  };
}

function addFlag(fleet: TestFleet, flag: string): void {
  const spec = fleet.find('west', 'Deployment', 'controller-east').spec as {
    template: { spec: { containers: { args?: string[] }[] } };
  };
  for (const { args } of spec.template.spec.containers) {
    if (args?.[0] === 'service-mirror') args.splice(1, 0, flag);
  }
}

const enableHeadless = (fleet: TestFleet): void => {
  addFlag(fleet, '-enable-headless-services');
};

/** A Service without a selector: nothing makes endpoints for it. */
function unserved(name: string): TestObject {
  const object = service(name, {});
  object.spec = { ports: [{ port: 80 }] };
  return object;
}

/** Changes of headless Services, and of whose endpoints their mirrors get. */
export const headlessCases: Record<string, RuleCases> = {
  HEADLESS_FLAT: {
    trips: [
      {
        when: 'headless Services are enabled and one is exported flat',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', flat));
        },
      },
    ],
    holds: [
      {
        when: 'headless Services are not enabled',
        edit: (fleet) => {
          fleet.add('east', headless('cart', flat));
        },
      },
      {
        when: 'the option says false',
        edit: (fleet) => {
          addFlag(fleet, '-enable-headless-services=false');
          fleet.add('east', headless('cart', flat));
        },
      },
    ],
  },
  HEADLESS_FEDERATED: {
    trips: [
      {
        when: 'a headless Service is a member',
        edit: (fleet) => {
          fleet.add('east', headless('cart', member));
        },
      },
    ],
    holds: [
      {
        when: 'it is no member',
        edit: (fleet) => {
          fleet.add('east', headless('cart', exported));
        },
      },
    ],
  },
  HEADLESS_NO_TARGETREF: {
    trips: [
      {
        when: 'a ready host names no pod',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [{ hostname: 'a' }]));
        },
      },
    ],
    holds: [
      {
        when: 'it names one',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [pod('a')]));
        },
      },
      {
        when: 'the address has no hostname',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [{}]));
        },
      },
      {
        when: 'the Endpoints lack the export label',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', {}, [{ hostname: 'a' }]));
        },
      },
      {
        when: 'headless Services are not enabled',
        edit: (fleet) => {
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [{ hostname: 'a' }]));
        },
      },
    ],
  },
  HEADLESS_HOST_TAKEN: {
    trips: [
      {
        when: 'the source has a Service with the name of a StatefulSet’s pod',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), statefulSet('cart', 'cart', 2));
          fleet.add('west', service('cart-1-east', {}));
        },
      },
      {
        when: 'the source has a Service with the name of a host in Endpoints',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [pod('a')]));
          fleet.add('west', service('a-east', {}));
        },
      },
    ],
    holds: [
      {
        when: 'the StatefulSet has fewer pods',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), statefulSet('cart', 'cart', 1));
          fleet.add('west', service('cart-1-east', {}));
        },
      },
      {
        when: 'that Service is a mirror',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), statefulSet('cart', 'cart', 2));
          fleet.add('west', service('cart-1-east', { 'mirror.linkerd.io/mirrored-service': 'true' }));
        },
      },
    ],
  },
  HEADLESS_HOST_SHARED: {
    trips: [
      {
        when: 'two exported headless Services have one host',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [pod('a')]));
          fleet.add('east', headless('till', exported), endpoints('till', exported, [pod('a')]));
        },
      },
    ],
    holds: [
      {
        when: 'one of them is not exported',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), endpoints('cart', exported, [pod('a')]));
          fleet.add('east', headless('till', {}), endpoints('till', {}, [pod('a')]));
        },
      },
    ],
  },
  HEADLESS_FOREIGN_ENDPOINTS: {
    trips: [
      {
        when: 'the source has a Service of the mirror’s name that selects no pods',
        also: ['MIRROR_NAME_TAKEN'],
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), statefulSet('cart', 'cart', 1));
          fleet.add('west', unserved('cart-east'));
        },
      },
    ],
    holds: [
      {
        when: 'that Service selects pods',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), statefulSet('cart', 'cart', 1));
          fleet.add('west', service('cart-east', {}));
        },
      },
      {
        when: 'it has Endpoints',
        edit: (fleet) => {
          enableHeadless(fleet);
          fleet.add('east', headless('cart', exported), statefulSet('cart', 'cart', 1));
          fleet.add('west', unserved('cart-east'), endpoints('cart-east', {}, [pod('a')]));
        },
      },
    ],
  },
};
