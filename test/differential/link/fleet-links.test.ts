import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fleetLinkManifest } from '../../../lib/constructs/link.js';
import { linkObjects } from '../../../lib/link/link-objects.js';
import { resolveRelease } from '../../../lib/releases/resolve-release.js';
import { deriveFleet } from '../../../lib/topology/derive-fleet.js';
import type { Cluster, Fleet, Link } from '../../../lib/topology/fleet.js';
import { configOf } from '../../support/config-folder.js';

type Spec = Record<string, unknown> & { probeSpec: Record<string, unknown> };

interface FleetDifference {
  readonly field: string;
}

const { fleet: differences } = parse(readFileSync(new URL('differences.yaml', import.meta.url), 'utf8')) as {
  fleet: readonly FleetDifference[];
};
const excused = new Set<FleetDifference>();

const releases = ['2.17', 'edge-25.1.2', '2.18', '2.19', '2.20', 'edge-26.8.3'];

const fleetFile = `
name: everything
linkerd: { release: RELEASE, trustDomain: mesh.example.com }
clusters:
  hub:
    gateway: { address: gw.example.com, serviceType: NodePort, nodePort: 30143, probe: { nodePort: 30191 } }
  east: { gateway: { address: '203.0.113.7,203.0.113.8' } }
  west: { linkerdNamespace: l5d }
topology:
  - link: { source: east, target: hub }
  - link: { source: west, target: hub, probe: relaxed, selector: { matchLabels: { mirror.linkerd.io/exported: west } } }
  - link: { source: hub, target: east }
  - link: { source: hub, target: west, mode: flat }
  - link: { source: east, target: west, mode: federated }
credentials: { manual: {} }
`;

function fleetOf(release: string): Fleet {
  const { fleet, diagnostics } = deriveFleet(configOf(fleetFile.replace('RELEASE', release)));
  if (fleet === undefined) throw new Error(JSON.stringify(diagnostics));
  return fleet;
}

/** The Link that the command would print for the target's values and the Link's own wishes. */
function printed(release: string, link: Link, source: Cluster, target: Cluster): Spec {
  const labels = Object.entries(link.selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const { objects, diagnostics } = linkObjects({
    release,
    chart: {
      ...target.values,
      gateway: {
        ...(target.values.gateway as object),
        probe: { ...gatewayProbe(target), seconds: Number.parseInt(link.probe.period) },
      },
    },
    controlPlane: {
      namespace: target.linkerdNamespace,
      identityTrustDomain: target.trustDomain,
      clusterDomain: target.clusterDomain,
    },
    gatewayNamespace: target.namespace,
    flags: {
      'cluster-name': link.target,
      namespace: source.namespace,
      ...(link.mode === 'gateway'
        ? { 'gateway-addresses': target.gateway?.address ?? '', selector: labels.join(',') }
        : { gateway: false }),
    },
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return objects.find(({ kind }) => kind === 'Link')?.spec as Spec;
}

function gatewayProbe(target: Cluster): object {
  const { gateway } = target.values as { gateway?: { probe?: object } };
  return gateway?.probe ?? {};
}

/** The fields of both that must be equal; what differs on purpose is cut, and counts as needed where it does differ. */
function withoutDifferences(ours: Spec, theirs: Spec): [Spec, Spec] {
  const copies: [Spec, Spec] = [structuredClone(ours), structuredClone(theirs)];
  for (const difference of differences) {
    const path = difference.field.split('.');
    const last = path.pop() ?? '';
    const [a, b] = copies.map((copy) =>
      path.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy),
    );
    if (a === undefined || b === undefined || JSON.stringify(a[last]) === JSON.stringify(b[last])) continue;
    Reflect.deleteProperty(a, last);
    Reflect.deleteProperty(b, last);
    excused.add(difference);
  }
  return copies;
}

describe.each(releases)('Links of a fleet on %s', (name) => {
  const { release } = resolveRelease(name);
  if (release === undefined) throw new Error(name);
  const fleet = fleetOf(name);
  const clusterOf = (wanted: string): Cluster => {
    const cluster = fleet.clusters.find((candidate) => candidate.name === wanted);
    if (cluster === undefined) throw new Error(wanted);
    return cluster;
  };

  test.each(fleet.links.map((link) => [`${link.source} → ${link.target}`, link] as const))(
    '%s is what the command prints',
    (_, link) => {
      const [source, target] = [clusterOf(link.source), clusterOf(link.target)];
      const ours = fleetLinkManifest({ link, target, release, namespace: source.namespace });
      const [a, b] = withoutDifferences(ours.spec as Spec, printed(name, link, source, target));
      expect(a).toEqual(b);
    },
  );
});

test.each(differences)('fleets need the difference in $field', (difference) => {
  expect(excused).toContain(difference);
});
