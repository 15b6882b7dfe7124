// Stock cdk8s as its users run it at scale: an App for each cluster, a Chart for each file, `app.synth()`.
// `node stock-cdk8s.js DIST OUT MOST`.
import { basename, join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { measureHere } from '../measure.js';
import { byFolder, readObjects } from '../objects.js';

const [dist, out, most] = process.argv.slice(2);
const clusters = byFolder(readObjects(dist), Number(most));
const used = measureHere(() => {
  for (const [folder, files] of clusters) {
    const app = new App({ outdir: join(out, folder) });
    for (const { path, objects } of files) {
      const chart = new Chart(app, basename(path, '.yaml'));
      objects.forEach((object, i) => new ApiObject(chart, `o${i}`, object));
    }
    app.synth();
  }
});
console.log(JSON.stringify({ ...used, clusters: clusters.size }));
