// Compiled by `npm run typecheck`: what must not compile is marked, and an unneeded mark is an error itself.
import { defineFleet } from '../../lib/config/define-fleet.js';

const linkerd = { release: 'edge-26.8.2' } as const;

export const accepted = [
  defineFleet({
    name: 'f',
    linkerd,
    values: { revisionHistoryLimit: 3 },
    clusters: {
      hub: { gateway: { address: 'gateway.example.com' }, values: { gateway: { replicas: 3 } } },
      east: {},
      west: null,
    },
    topology: [
      { hubAndSpoke: { hub: 'hub', spokes: ['east', 'west'], probe: 'relaxed' } },
      { mesh: { clusters: ['east', 'west'], mode: 'flat' } },
      { pair: { clusters: ['east', 'west'] } },
      { link: { source: 'hub', target: 'east', probe: { period: '5s' } } },
    ],
  }),
  // clusters that are only known at run time
  defineFleet({
    name: 'f',
    linkerd,
    clusters: Object.fromEntries(['a', 'b'].map((name) => [name, {}])),
    topology: [{ hubAndSpoke: { hub: 'a' } }, { link: { source: 'b', target: 'a' } }],
  }),
];

const clusters = { hub: {}, east: {}, west: {} };
const fleet = { name: 'f', linkerd, clusters };

export const refused = [
  // @ts-expect-error the release is not optional
  defineFleet({ name: 'f', linkerd: {}, clusters }),
  // @ts-expect-error a key that nothing reads
  defineFleet({ ...fleet, topologie: [] }),
  // @ts-expect-error a key that nothing reads, in a cluster
  defineFleet({ name: 'f', linkerd, clusters: { hub: { gatewayPort: 4143 } } }),
  // @ts-expect-error a switch where a mapping is needed
  defineFleet({ name: 'f', linkerd, clusters: { hub: { gateway: true } } }),
  // @ts-expect-error a value that no release of the chart has
  defineFleet({ ...fleet, values: { enableServiceMonitor: true } }),
  // @ts-expect-error a hub that is no cluster
  defineFleet({ ...fleet, topology: [{ hubAndSpoke: { hub: 'hbu' } }] }),
  // @ts-expect-error a spoke that is no cluster
  defineFleet({ ...fleet, topology: [{ hubAndSpoke: { hub: 'hub', spokes: ['north'] } }] }),
  // @ts-expect-error a hub that is its own spoke
  defineFleet({ ...fleet, topology: [{ hubAndSpoke: { hub: 'hub', spokes: ['hub'] } }] }),
  // @ts-expect-error a source that is no cluster
  defineFleet({ ...fleet, topology: [{ link: { source: 'north', target: 'hub' } }] }),
  // @ts-expect-error a target that is no cluster
  defineFleet({ ...fleet, topology: [{ link: { source: 'east', target: 'north' } }] }),
  // @ts-expect-error a cluster that is linked to itself
  defineFleet({ ...fleet, topology: [{ link: { source: 'east', target: 'east' } }] }),
  // @ts-expect-error a pair of one
  defineFleet({ ...fleet, topology: [{ pair: { clusters: ['east', 'east'] } }] }),
  // @ts-expect-error a member that is no cluster
  defineFleet({ ...fleet, topology: [{ mesh: { clusters: ['east', 'north'] } }] }),
  // @ts-expect-error two shapes in one entry
  defineFleet({ ...fleet, topology: [{ mesh: {}, pair: { clusters: ['east', 'west'] } }] }),
  // @ts-expect-error an option that Links do not have
  defineFleet({ ...fleet, topology: [{ hubAndSpoke: { hub: 'hub', excludeLabels: [] } }] }),
  // @ts-expect-error a mode that does not exist
  defineFleet({ ...fleet, topology: [{ mesh: { mode: 'hierarchical' } }] }),
];
