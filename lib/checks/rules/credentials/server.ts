import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A kubeconfig’s server is one that the source’s pods reach. */
export const kubeconfigServer = rule('KUBECONFIG_SERVER', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  fix: 'give `link-gen` the address that other clusters reach, with `--api-server-address`',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: ['connection refused to 127.0.0.1:6443', 'x509: certificate is valid for kubernetes.default.svc'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        const server = secret?.kubeconfig?.value;
        if (secret === undefined || server === undefined) continue;
        const host = /^[a-z]+:\/\/(\[[^\]]*\]|[^:/]*)/i.exec(server)?.[1] ?? server;
        const home = /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0|kubernetes(\.default(\.svc.*)?)?)$/i.test(
          host,
        );
        if (!home && /^https:\/\//i.test(server)) continue;
        report({
          at: secret,
          field: secret.kubeconfig,
          link: edge.label,
          message: home
            ? `the kubeconfig’s server is ${server}`
            : `the kubeconfig’s server ${server} is no https address`,
        });
      }
    }
  },
});
