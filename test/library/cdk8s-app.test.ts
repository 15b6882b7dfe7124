import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { folderWith } from '../support/config-folder.js';

/** Somebody's own cdk8s app: our gateway beside an object of cdk8s-plus in one chart. */
const app = `
import { App, Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import { LinkerdGateway, chartObjects } from 'linkspan';

const app = new App();
const chart = new Chart(app, 'mesh', { labels: { team: 'platform' } });
new LinkerdGateway(chart, 'gw', {
  release: 'edge-26.8.2',
  values: { gateway: { serviceType: 'NodePort', nodePort: 30143, probe: { nodePort: 30191 } } },
});
new ConfigMap(chart, 'notes', { metadata: { name: 'notes' }, data: { owner: 'platform' } });
app.synth();
const { objects } = chartObjects({ release: '2.20', values: {}, namespace: 'linkerd-multicluster' });
process.stdout.write(String(objects.length));
`;

const typed = `
import { Chart } from 'cdk8s';
import { LinkerdGateway, type ChartValues } from 'linkspan';
const values: ChartValues = { gateway: { nodePort: 30143 } };
export class Mesh extends Chart {
  readonly gateway = new LinkerdGateway(this, 'gw', { release: 'edge-26.8.2', values });
}
// @ts-expect-error a key that the chart does not know
export const wrong: ChartValues = { gatewayPort: 4143 };
`;

describe('the packed library', () => {
  let folder = '';

  beforeAll(() => {
    folder = folderWith({ 'app.mjs': app, 'typed.ts': typed, 'package.json': '{ "type": "module" }' });
    const pack = ['pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel', 'silent'];
    const tarball = execFileSync('npm', pack, { encoding: 'utf8' }).trim();
    const installed = join(folder, 'node_modules/linkspan');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
    for (const dependency of ['cdk8s', 'cdk8s-plus-28', 'constructs', '@types']) {
      symlinkSync(resolve('node_modules', dependency), join(folder, 'node_modules', dependency));
    }
  });

  test('puts a gateway into an app that also uses cdk8s-plus', () => {
    execFileSync(process.execPath, ['app.mjs'], { cwd: folder });
    const documents = parseAllDocuments(readFileSync(join(folder, 'dist/mesh.k8s.yaml'), 'utf8'));
    const objects = documents.map((document) => document.toJS() as { kind: string; metadata: object });
    expect(objects.map(({ kind }) => kind).sort()).toEqual([
      'AuthorizationPolicy',
      'ConfigMap',
      'Deployment',
      'MeshTLSAuthentication',
      'NetworkAuthentication',
      'Server',
      'Service',
      'ServiceAccount',
    ]);
    // labels of the user's chart reach our objects as they reach everybody's
    for (const { metadata } of objects) expect(metadata).toMatchObject({ labels: { team: 'platform' } });
  });

  test('types compile in that app without those of Node, and refuse what the chart does not know', () => {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { module: 'nodenext', strict: true, noEmit: true, types: [] },
        include: ['typed.ts'],
      }),
    );
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], {
      stdio: 'pipe',
    });
  });

  test('holds no source, no test and no output of ours', () => {
    const files = execFileSync('find', [join(folder, 'node_modules/linkspan'), '-type', 'f'], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .map((file) => file.slice(join(folder, 'node_modules/linkspan/').length));
    const folders = new Set(files.map((file) => file.split('/')[0]));
    expect([...folders].sort()).toEqual(['LICENSE', 'README.md', 'bin', 'build', 'config', 'package.json']);
  });
});
