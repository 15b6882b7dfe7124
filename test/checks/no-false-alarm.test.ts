import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { check } from '../../lib/checks/check.js';
import { symbolsOf, symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const releases = () =>
  readdirSync(upstream('linkerd2'))
    .filter((name) => !name.endsWith('.md'))
    .sort();

/** Every golden and derived render of a release. */
function rendersOf(release: string): string[] {
  const folder = upstream(`linkerd2/${release}`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /^(install_|serivce_mirror|service_mirror|derived-renders\/).*\.yaml$/.test(name))
    .filter((name) => !name.endsWith('.values.yaml'))
    .map((name) => `${folder}/${name}`);
}

describeUpstream('on renders of the upstream chart', () => {
  it('reports no error', () => {
    const files = releases().flatMap((release) => rendersOf(release));
    expect(files.length).toBeGreaterThan(30);
    const errors = files.flatMap((file) => {
      const { symbols, diagnostics } = symbolsOfTexts('one', [{ file, text: readFileSync(file, 'utf8') }]);
      return [...diagnostics, ...check({ clusters: [symbols] })]
        .filter((d) => d.severity === 'error')
        .map((d) => `${file} ${d.code} ${d.message}`);
    });
    expect(errors).toEqual([]);
  });

  // each code with the mistake in the values that it stands for
  const explained: Record<string, string> = {
    GATEWAY_UNBACKED: 'annotations among the values say `enable-gateway: "false"`',
    GATEWAY_PROXY_PORTS: '`gateway.port` or `gateway.probe.port` is not a port of the proxy',
    ACCESS_NAME_FORM: '`remoteMirrorServiceAccountName` renders an account without a name, or no name at all',
    ACCESS_TOKEN_ACCOUNT: 'the token of an account without a name names no account',
    LABEL_VALUE_FORM: 'an image tag with a digest, or a Link name that ends in `-`, became a label',
    MANIFEST_FIELD_TYPE: 'a value of a wrong type went into a manifest unquoted',
    NODE_PORT_TWICE: 'gateway and probe have one node port',
  };

  it('reports errors of random values only for mistakes in these values', () => {
    const counts: Record<string, number> = {};
    for (const release of releases()) {
      const lines = gunzipSync(readFileSync(upstream(`linkerd2/${release}/random-renders.jsonl.gz`)))
        .toString('utf8')
        .split('\n');
      for (const line of lines) {
        if (line === '') continue;
        const { objects } = JSON.parse(line) as { objects: Record<string, unknown>[] | null };
        if (objects === null) continue;
        const found = check({
          clusters: [
            symbolsOf(
              'one',
              objects.map((object) => ({ object })),
            ),
          ],
        });
        for (const d of found) if (d.severity === 'error') counts[d.code] = (counts[d.code] ?? 0) + 1;
      }
    }
    expect(Object.keys(counts).filter((code) => explained[code] === undefined)).toEqual([]);
    expect(Object.keys(counts).length).toBeGreaterThan(0);
  });
});
