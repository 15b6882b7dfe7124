import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { check } from '../../lib/checks/check.js';
import { symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const root = upstream('../first-user');
const hub = 'in-cluster-local';

type Edit = (text: string, cluster: string) => string;

/** What the linker says of the first user's manifests after an edit of each cluster's: code and severity. */
function said(edit: Edit): string[] {
  const clusters = [hub, 'production', 'nonproduction'].map((name) => {
    const texts = ['manifests', 'context'].flatMap((folder) =>
      readdirSync(`${root}/${folder}/${name}`).map((file) => {
        const text = readFileSync(`${root}/${folder}/${name}/${file}`, 'utf8');
        return { file: `${folder}/${file}`, text: folder === 'manifests' ? edit(text, name) : text };
      }),
    );
    return symbolsOfTexts(name, texts).symbols;
  });
  return check({ clusters })
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, code }) => `${severity} ${code}`);
}

const ofHub =
  (edit: (text: string) => string): Edit =>
  (text, cluster) =>
    cluster === hub ? edit(text) : text;
const ofSpokes =
  (edit: (text: string) => string): Edit =>
  (text, cluster) =>
    cluster === hub ? text : edit(text);
const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    const edited = text.replaceAll(from, to);
    if (edited === text) throw new Error(`nothing to replace: ${String(from)}`);
    return edited;
  };
const documents = (text: string, keep: (document: string) => boolean): string =>
  text.split('---\n').filter(keep).join('---\n');

/** States that a repository like this one goes through, with what each adds to what is said today. */
const states: [string, Edit, string[]][] = [
  [
    'the gateway address holds a port',
    ofSpokes(
      swap('gatewayAddress: tfx-internal.gerega.net', 'gatewayAddress: tfx-internal.gerega.net:30143'),
    ),
    ['error GATEWAY_ADDRESS_FORM'],
  ],
  [
    'resources have the control plane’s shape',
    ofSpokes(swap(/^( +)requests:\n +cpu: 5m\n/gm, '$1cpu:\n$1  request: 5m\n')),
    ['error RESOURCES_SHAPE'],
  ],
  [
    'the gateway’s probe has another node port than Links probe',
    ofHub(swap('nodePort: 30191', 'nodePort: 30192')),
    ['error PROBE_PORT_MISMATCH'],
  ],
  [
    'the gateway is a load balancer and Links call node ports',
    ofHub((text) => swap(/^ +nodePort: 30\d+\n/gm, '')(swap('type: NodePort', 'type: LoadBalancer')(text))),
    ['warning GATEWAY_PORT_MISMATCH', 'warning PROBE_PORT_MISMATCH'],
  ],
  [
    'the hub renders no gateway',
    ofHub((text) => documents(text, (each) => !each.includes('name: linkerd-gateway\n'))),
    ['warning GATEWAY_MISSING'],
  ],
  [
    'the hub has no account for a spoke',
    ofHub((text) => documents(text, (each) => !each.includes('remote-access-nonproduction'))),
    ['warning ACCESS_ACCOUNT_MISSING'],
  ],
  [
    'both spokes read one key',
    ofSpokes((text) => text.replaceAll('nonproduction-to-internal', 'production-to-internal')),
    ['warning CREDENTIALS_STORE_SHARED'],
  ],
  [
    'the Link alone got its new name',
    ofSpokes(swap(/(kind: Link\nmetadata:\n(?:.*\n){2} {2}name: )internal\n/g, '$1hub\n')),
    ['error LINK_CONTROLLER_MISSING', 'warning LINK_NAME_TARGET'],
  ],
  [
    'credentials kept the cluster’s old name',
    ofSpokes((text) =>
      text
        .split('---\n')
        .map((each) =>
          each.includes('kind: ExternalSecret')
            ? each.replaceAll(/(credentials-|cluster-name: )internal/g, '$1hub')
            : each,
        )
        .join('---\n'),
    ),
    ['warning CREDENTIALS_UNREAD'],
  ],
];

describeUpstream('in an earlier state of the first user’s files', () => {
  it.skipIf(!existsSync(root)).each(states)('reports that %s, and no other mistake', (_, edit, added) => {
    const now = new Set(said((text) => text));
    const found = new Set(said(edit).filter((each) => !now.has(each)));
    expect([...found].sort()).toEqual(added);
  });
});
