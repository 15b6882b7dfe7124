import { chartObjects, resolveRelease } from '../build/library/index.js';

/** Values of a cluster with a gateway, two accounts and two controllers; names differ by cluster. */
function clusterValues(i) {
  const controller = (name) => ({ link: { ref: { name } }, gateway: { probe: { port: 30191 } } });
  return {
    gateway: { serviceType: 'NodePort', nodePort: 30143, probe: { nodePort: 30191 } },
    remoteMirrorServiceAccountName: [`mirror-from-a-${i}`, `mirror-from-b-${i}`],
    commonLabels: { team: 'mesh' },
    controllers: [controller(`east-${i}`), controller(`west-${i}`)],
  };
}

/** Milliseconds that one call takes, as the fastest of several rounds. */
function fastest(run, calls = 500, rounds = 7) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) run(i);
    best = Math.min(best, (performance.now() - start) / calls);
  }
  return best;
}

/** Rendering one cluster's chart, warm, against JSON.stringify of the same objects: milliseconds and their ratio. */
export function measureRenderChart() {
  const { release } = resolveRelease('edge-26.8.3');
  const render = (i) =>
    chartObjects({ release, values: clusterValues(i), namespace: 'linkerd-multicluster' }).objects;
  const objects = render(0);
  const renderMs = fastest(render);
  const stringifyMs = fastest(() => JSON.stringify(objects));
  return { objects: objects.length, renderMs, stringifyMs, ratio: renderMs / stringifyMs };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { objects, renderMs, stringifyMs, ratio } = measureRenderChart();
  console.log(
    `one cluster's chart, ${objects} objects: ${renderMs.toFixed(3)} ms, JSON.stringify ${stringifyMs.toFixed(3)} ms, ratio ${ratio.toFixed(2)} (at most 8)`,
  );
  process.exitCode = ratio <= 8 && renderMs < 1 ? 0 : 1;
}
