import type { CommandExample } from './command-example.js';

const linkFlags = ['template', 'link', '--release', '2.18', '--cluster-name', 'east', '-f', 'target.yaml'];
const target = 'remoteMirrorServiceAccountName: access\n';

/** One run of `template link` for a target with these values. */
function link(flags: readonly string[], text = target): CommandExample {
  return {
    steps: [
      {
        args: [...linkFlags, '--gateway-addresses', 'gateway.example.com', ...flags],
        files: { 'target.yaml': text },
      },
    ],
  };
}

/** Commands that make `template link` report each of its codes. */
export const linkExamples: Readonly<Record<string, CommandExample>> = {
  CLUSTER_NAME_FORM: link(['--cluster-name', 'East_1']),
  CLUSTER_NAME_LONG: link(['--cluster-name', 'production-europe-west-1-payments-a-blue-0000001']),
  LINK_ADDRESS_FORM: link(['--gateway-addresses', 'gateway.example.com:30143']),
  LINK_ADDRESS_MISSING: {
    steps: [{ args: linkFlags, files: { 'target.yaml': `gateway: { serviceType: NodePort }\n${target}` } }],
  },
  LINK_PORT_RANGE: link(['--gateway-port', '70000']),
  LINK_GATEWAY_SERVICE: link([], `gateway: { enabled: false }\n${target}`),
  LINK_PROBE_PERIOD: link([], `gateway: { probe: { seconds: 0 } }\n${target}`),
  LINK_PROBE_PATH: link([], `gateway: { probe: { path: /health } }\n${target}`),
  LINK_SELECTOR_SYNTAX: link(['--selector', 'team!=mesh']),
  LINK_SELECTOR_EMPTY: link(['--selector', '']),
  LINK_FLAG_UNKNOWN: link(['--log-format', 'json']),
  LINK_FLAG_VALUE: link(['--gateway-port', 'https']),
  LINK_ACCOUNT_UNKNOWN: link(['--service-account-name', 'mirror-north']),
  LINK_API_SERVER: link(['--api-server-address', 'https://127.0.0.1:6443']),
};
