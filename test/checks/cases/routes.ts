import { adding, type RuleCases } from '../../support/linker/cases.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const route = (backend: string, rule: object = {}, kind = 'HTTPRoute'): TestObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind,
  metadata: { name: 'split', namespace: 'shop' },
  spec: {
    parentRefs: [{ group: '', kind: 'Service', name: 'web', port: 80 }],
    rules: [
      {
        backendRefs: [
          { group: '', kind: 'Service', name: 'web', port: 80, weight: 90 },
          { group: '', kind: 'Service', name: backend, port: 80, weight: 10 },
        ],
        ...rule,
      },
    ],
  },
});

const trafficSplit = (backend: string): TestObject => ({
  apiVersion: 'split.smi-spec.io/v1alpha2',
  kind: 'TrafficSplit',
  metadata: { name: 'split', namespace: 'shop' },
  spec: {
    service: 'web',
    backends: [
      { service: 'web', weight: 1 },
      { service: backend, weight: 1 },
    ],
  },
});

/** Changes to routes and splits, which send traffic to mirrors. */
export const routeCases: Record<string, RuleCases> = {
  ROUTE_BACKEND: {
    trips: [
      {
        when: 'an HTTPRoute sends to a Service that is not exported',
        edit: adding('west', route('inner-east')),
      },
      {
        when: 'a GRPCRoute sends to a federated Service without members',
        edit: adding('west', route('inner-federated', {}, 'GRPCRoute')),
      },
      {
        when: 'a route sends to a port that the exported Service lacks',
        edit: adding(
          'west',
          route('web', { backendRefs: [{ kind: 'Service', name: 'web-east', port: 81 }] }),
        ),
      },
      {
        when: 'a TrafficSplit sends to a Service that is not exported',
        edit: adding('west', trafficSplit('inner-east')),
      },
    ],
    holds: [
      { when: 'the Service is exported', edit: adding('west', route('web-east')) },
      { when: 'the federated Service has a member', edit: adding('west', route('api-federated')) },
      { when: 'the target’s Service is in no file', edit: adding('west', route('other-east')) },
      {
        when: 'the source has a Service of that name',
        edit: adding('west', route('inner-east'), service('inner-east', {})),
      },
      { when: 'the backend is local', edit: adding('west', route('web-canary')) },
    ],
  },
  ROUTE_NEWER: {
    trips: [
      { when: 'a rule has a name', edit: adding('west', route('web-east', { name: 'first' })) },
      {
        when: 'a rule has a CORS filter',
        edit: adding('west', route('web-east', { filters: [{ type: 'CORS', cors: {} }] })),
      },
      {
        when: 'a rule redirects with 308',
        edit: adding(
          'west',
          route('web-east', {
            filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode: 308 } }],
          }),
        ),
      },
      {
        when: 'a rule mirrors a part of the requests',
        edit: adding(
          'west',
          route('web-east', {
            filters: [
              { type: 'RequestMirror', requestMirror: { percent: 5, backendRef: { name: 'web', port: 80 } } },
            ],
          }),
        ),
      },
    ],
    holds: [
      {
        when: 'a rule redirects with 302',
        edit: adding(
          'west',
          route('web-east', {
            filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode: 302 } }],
          }),
        ),
      },
      {
        when: 'the route is of an ingress gateway',
        edit: (fleet) => {
          const ingress = route('web-east', { name: 'first' });
          fleet.set(ingress, 'spec.parentRefs', [{ name: 'public' }]);
          fleet.add('west', ingress);
        },
      },
    ],
  },
  SPLIT_FLAT: {
    trips: [
      { when: 'a TrafficSplit sends to a flat mirror', edit: adding('west', trafficSplit('db-east')) },
      {
        when: 'a TrafficSplit sends to a federated Service',
        edit: adding('west', trafficSplit('api-federated')),
      },
    ],
    holds: [
      { when: 'the mirror is of gateway mode', edit: adding('west', trafficSplit('web-east')) },
      { when: 'an HTTPRoute sends to it', edit: adding('west', route('db-east')) },
    ],
  },
};
