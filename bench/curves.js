import { stockCdk8s } from './figures.js';

/** Numbers of clusters at which tools are run for the plot, as far as each is affordable. */
const sizes = [3, 10, 30, 100, 300, 1000];

/**
 * Seconds of whole commands against numbers of clusters, by tool; each point was measured.
 *
 * `fleetOf` gives a fleet of ours of so many clusters. Tools that are called once for each cluster take the sum of
 * their first calls. Stock cdk8s is charged the start of Node, not the loading of its library.
 */
export function curves({ fleetOf, floor, many, mostCdk8s, calls }) {
  const points = (most, secondsAt) =>
    sizes.filter((size) => size <= most).map((size) => [size, secondsAt(size)]);
  const called = (seconds) =>
    seconds &&
    points(seconds.length, (size) => seconds.slice(0, size).reduce((so, { wall }) => so + wall, 0));
  return {
    // the lesser of two runs, as a busy disk is charged to whoever writes to it
    linkspan: points(many.names.length, (size) => {
      const fleet = fleetOf(size);
      return Math.min(fleet.synth().wall, fleet.synth().wall);
    }),
    'stock cdk8s': points(mostCdk8s, (size) => floor.wall + stockCdk8s(many, size).wall),
    'kubectl kustomize': called(calls.kustomize),
    'helm template': called(calls.helm),
  };
}
