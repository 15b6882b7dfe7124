import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { base64, kubeconfig, pem, problems, secret, signature, token } from '../support/credential-texts.js';
import { linkspan } from '../support/run-command.js';

const kubectl = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;

describe('the command', () => {
  const fleet = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com }, apiServer: https://api.hub.example.com:6443 }
  spoke: {}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { manual: {} }
`;
  const cwd = folderWith({ 'config/fleet.yaml': fleet, 'secret.yaml': secret() });

  test('reads a file or standard input and exits 0 for a credential that fits its Link', () => {
    const fromFile = linkspan(['credentials', 'verify', 'secret.yaml', '--link', 'spoke/hub'], { cwd });
    expect(fromFile).toMatchObject({ code: 0, err: '' });
    expect(fromFile.out).toMatch(
      /^Secret\n {2}ok {6}name: cluster-credentials-hub\n[\s\S]*Linkerd would accept it\.\n$/,
    );
    expect(linkspan(['credentials', 'verify', '-', '--link', 'spoke/hub'], { cwd, input: secret() })).toEqual(
      fromFile,
    );
  });

  test('exits 1 with a problem and tells a time only where one is given', () => {
    const input = kubeconfig({ user: { token: token({ exp: 1_800_000_000 }) } });
    const told = linkspan(['credentials', 'verify', '-'], { cwd, input });
    expect(told.code).toBe(0);
    expect(told.out).toMatch(
      /\nLinkerd would accept it until 2027-01-15T08:00:00Z; `--at` judges it at a time\.\n$/,
    );
    const late = linkspan(['credentials', 'verify', '-', '--at', '2027-02-01T00:00:00Z'], { cwd, input });
    expect(late.code).toBe(1);
    expect(late.out).toContain('PROBLEM token: expired at 2027-01-15T08:00:00Z');
  });

  test('exits 1 for what Linkerd accepts and nobody should, and says so', () => {
    const input = kubeconfig({
      cluster: { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined },
    });
    const { code, out } = linkspan(['credentials', 'verify', '-'], { cwd, input });
    expect(code).toBe(1);
    expect(out).toMatch(/RISK {4}ca: [\s\S]*Linkerd would accept it, but it is not safe: 1 risk\.\n$/);
  });

  test.each([
    [['secret.yaml', '--link', 'hub/spoke']],
    [['secret.yaml', '--link', 'hub']],
    [['secret.yaml', '--at', 'tomorrow']],
  ])('exits 2 for %j', (args) => {
    expect(linkspan(['credentials', 'verify', ...args], { cwd })).toMatchObject({ code: 2, out: '' });
  });

  test('reports a file that is not there', () => {
    const { code, err } = linkspan(['credentials', 'verify', 'missing.yaml'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('missing.yaml error FILE_MISSING');
  });

  test('never prints a part of what is secret, whatever is wrong with it', () => {
    const secrets = [token(), signature, base64(token()), 'hunter2-and-more', base64(kubeconfig())];
    const inputs = [
      secret(),
      kubeconfig({ user: { token: base64(token()) } }),
      kubeconfig({ user: { token: 'hunter2-and-more' } }),
      kubeconfig({ cluster: { server: 'https://user:hunter2-and-more@api.example.com' } }),
      kubeconfig({ cluster: { 'certificate-authority-data': 'hunter2-and-more' } }),
      secret({ data: { kubeconfig: 'hunter2-and-more' } }),
      secret({ data: { 'hunter2-and-more': '' } }),
      secret({ type: 'hunter2-and-more' }),
    ];
    for (const input of inputs) {
      const { out, err } = linkspan(['credentials', 'verify', '-'], { cwd, input });
      for (const each of secrets) expect(out + err).not.toContain(each);
    }
  });

  test.skipIf(!kubectl)('accepts what the commands of the manual page make (skipped without kubectl)', () => {
    linkspan(['synth', '--quiet'], { cwd });
    const page = readFileSync(join(cwd, 'dist/clusters/spoke/credentials-hub.md'), 'utf8');
    const [, build = ''] = /## 2[\s\S]*?```sh\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'linkspan-manual-'));
    execFileSync('sh', ['-ec', `printf %s "$TOKEN" > token; printf %s "$CA" > ca.crt\n${build}`], {
      cwd: folder,
      env: { ...process.env, TOKEN: token(), CA: `${pem}\n` },
    });
    expect(problems(readFileSync(join(folder, 'kubeconfig'), 'utf8'))).toEqual([]);
  });
});
