import { describe, expect, test } from 'vitest';
import {
  account,
  base64,
  controlPlane,
  key,
  kubeconfig,
  pem,
  problems,
  secret,
  token,
  type,
} from '../support/credential-texts.js';

describe('reports', () => {
  test.each([
    [
      'a Secret of another type, in the control plane',
      secret({ type: 'Opaque', metadata: controlPlane }),
      /^type: /,
    ],
    [
      'a Secret that the controller may not read',
      secret({ metadata: { name: 'cluster-credentials-hub-2' } }),
      /^name: must be cluster-credentials-hub/,
    ],
    [
      'another key',
      secret({ data: { config: base64(kubeconfig()) } }),
      /^key: kubeconfig is missing; the Secret has 1 other key/,
    ],
    ['no data', secret({ data: null }), /^key: kubeconfig is missing/],
    [
      'a value that is not base64',
      secret({ data: { kubeconfig: kubeconfig() } }),
      /^key: kubeconfig is not base64/,
    ],
    [
      'a kubeconfig that is encoded twice',
      secret({ data: { kubeconfig: base64(base64(kubeconfig())) } }),
      /^kubeconfig: is base64 of a kubeconfig/,
    ],
    [
      'a CA that is encoded twice',
      kubeconfig({ cluster: { 'certificate-authority-data': base64(base64(pem)) } }),
      /^ca: .*twice/,
    ],
    ['a token that is encoded twice', kubeconfig({ user: { token: base64(token()) } }), /^token: .*twice/],
    ['a token with a line break', kubeconfig({ user: { token: `${token()}\n` } }), /^token: .*line break/],
    ['a missing label', secret({ metadata: { ...controlPlane, labels: {} } }), /^label: /],
    [
      'a label of another cluster',
      secret({ metadata: { ...controlPlane, labels: { 'multicluster.linkerd.io/cluster-name': 'other' } } }),
      /^label: /,
    ],
    [
      'a missing annotation',
      secret({
        metadata: {
          ...controlPlane,
          annotations: { 'multicluster.linkerd.io/trust-domain': 'cluster.local' },
        },
      }),
      /^annotation: .*cluster-domain is missing/,
    ],
    [
      'another server than the fleet has',
      kubeconfig({ cluster: { server: 'https://api.other.example.com' } }),
      /^server: .*the fleet says/,
    ],
    [
      'a server that means another machine in each cluster',
      kubeconfig({ cluster: { server: 'https://kubernetes.default.svc' } }),
      /^server: .*leads back to the source/,
    ],
    [
      'a server without TLS',
      kubeconfig({ cluster: { server: 'http://api.hub.example.com' } }),
      /^server: .*plain http/,
    ],
    [
      'a server with a password in it',
      kubeconfig({ cluster: { server: 'https://admin:pass@api.hub.example.com:6443' } }),
      /^server: is no https/,
    ],
    [
      'an unchecked certificate',
      kubeconfig({
        cluster: { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined },
      }),
      /^ca: is not checked/,
    ],
    [
      'an unchecked certificate beside a CA, which clients refuse',
      kubeconfig({ cluster: { 'insecure-skip-tls-verify': true } }),
      /^ca: .*refuse both/,
    ],
    [
      'a CA in a file',
      kubeconfig({ cluster: { 'certificate-authority': '/ca.crt' } }),
      /^ca: is a file path/,
    ],
    [
      'a CA that is none',
      kubeconfig({ cluster: { 'certificate-authority-data': base64('vault') } }),
      /^ca: holds no certificate/,
    ],
    [
      'a program for the token',
      kubeconfig({ user: { token: undefined, exec: { command: 'aws' } } }),
      /^token: comes from a program/,
    ],
    ['no token', kubeconfig({ user: { token: undefined } }), /^token: none/],
    [
      'a token of another account',
      kubeconfig({ user: { token: token({ sub: 'system:serviceaccount:linkerd-multicluster:other' }) } }),
      /^account: .*is of other, but the Link uses/,
    ],
    [
      'a token of another namespace',
      kubeconfig({ user: { token: token({ sub: `system:serviceaccount:default:${account}` }) } }),
      /^account: .*in default/,
    ],
    [
      'a token of a person',
      kubeconfig({ user: { token: token({ sub: 'somebody' }) } }),
      /^account: .*no ServiceAccount/,
    ],
    ['no current context', kubeconfig({ 'current-context': '' }), /^kubeconfig: has no current-context/],
    ['a context that names no user', kubeconfig({ users: [] }), /^kubeconfig: .*no user/],
    [
      'a password for the token',
      kubeconfig({ user: { token: undefined, username: 'admin', password: 'pass' } }),
      /^token: .*no API server takes/,
    ],
    [
      'a client certificate without its key',
      kubeconfig({ user: { token: undefined, 'client-certificate-data': base64(pem) } }),
      /^token: .*key is missing/,
    ],
    [
      'a client certificate that is none',
      kubeconfig({
        user: {
          token: undefined,
          'client-certificate-data': base64('x'),
          'client-key-data': base64(String(key)),
        },
      }),
      /^token: .*cannot be read/,
    ],
    ['somebody else’s name', kubeconfig({ user: { token: token(), as: 'admin' } }), /^user: .*somebody else/],
    [
      'the token Secret of the target',
      secret({ type: 'kubernetes.io/service-account-token', data: { token: base64(token()) } }),
      /^key: .*this is a token Secret/,
    ],
    [
      'an ExternalSecret',
      'kind: ExternalSecret\nspec: {}\n',
      /^kubeconfig: is of kind ExternalSecret, and no/,
    ],
    ['something else', 'hello: world', /^kubeconfig: is no kubeconfig/],
    ['nothing', '', /^kubeconfig: is empty/],
    ['broken YAML', '{ kind: [', /^kubeconfig: cannot be read as YAML/],
    ['a Secret in broken YAML', `${secret()} bad: [\n`, /^kubeconfig: cannot be read as YAML/],
    ['nesting that would exhaust a parser', '['.repeat(100_000), /^kubeconfig: cannot be read as YAML/],
    ['UTF-16', Buffer.from(kubeconfig(), 'utf16le').toString(), /^kubeconfig: is no UTF-8/],
    [
      'the items of a raw list',
      secret({ kind: 'SecretList', items: [{ metadata: controlPlane, type, data: {} }] }),
      /^key: /,
    ],
  ])('%s', (_, text, message) => {
    expect(problems(text)).toEqual([expect.stringMatching(message)]);
  });
});
