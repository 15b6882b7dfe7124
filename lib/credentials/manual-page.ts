import { credentialSecretType } from '../link/credential-secrets.js';
import { credentialsName } from '../link/credentials-name.js';
import type { Cluster, Link } from '../topology/fleet.js';

/** A Link whose credential somebody brings by hand, and both of its clusters. */
interface ManualLink {
  readonly link: Link;
  readonly source: Cluster;
  readonly target: Cluster;
}

/**
 * The page that stands where a rendered credential would: what to make, how, and how to check it.
 *
 * Markdown; Argo CD reads no such files. It holds names and commands only.
 */
export function manualPage({ link, source, target }: ManualLink): string {
  const secret = credentialsName(link.target);
  const server = target.apiServer?.url ?? '<address of its API as the source reaches it>';
  return `# Credential of ${source.name} for ${target.name}

The service mirror \`controller-${link.target}\` reads Secret \`${secret}\`; nothing is mirrored until it is there.
It is made by hand, as the fleet asks for \`credentials: { manual: {} }\`.

## 1. Read token and CA in ${target.name}

\`\`\`sh
kubectl --context ${target.argocdName} -n ${target.namespace} get secret ${link.accessAccount}-token -o jsonpath='{.data.token}' | base64 -d > token
kubectl --context ${target.argocdName} -n ${target.namespace} get secret ${link.accessAccount}-token -o jsonpath='{.data.ca\\.crt}' | base64 -d > ca.crt
\`\`\`

## 2. Build the kubeconfig

\`\`\`sh
kubectl --kubeconfig kubeconfig config set-cluster ${target.name} --server='${server}' --certificate-authority=ca.crt --embed-certs
kubectl --kubeconfig kubeconfig config set-credentials ${link.accessAccount} --token="$(cat token)"
kubectl --kubeconfig kubeconfig config set-context ${target.name} --cluster=${target.name} --user=${link.accessAccount}
kubectl --kubeconfig kubeconfig config use-context ${target.name}
\`\`\`

## 3. Store it in ${source.name}

For the service mirror:

\`\`\`sh
kubectl create secret generic ${secret} -n ${source.namespace} --type=${credentialSecretType} --from-file=kubeconfig --dry-run=client -o yaml |
  kubectl --context ${source.argocdName} apply --server-side -f -
\`\`\`

For the destination controller, which serves flat and federated services. It wants label and annotations at the moment when the Secret appears, as it looks at no later change:

\`\`\`sh
kubectl create secret generic ${secret} -n ${source.linkerdNamespace} --type=${credentialSecretType} --from-file=kubeconfig --dry-run=client -o yaml |
  kubectl label --local -f - -o yaml multicluster.linkerd.io/cluster-name=${link.target} |
  kubectl annotate --local -f - -o yaml multicluster.linkerd.io/trust-domain=${target.trustDomain} multicluster.linkerd.io/cluster-domain=${target.clusterDomain} |
  kubectl --context ${source.argocdName} apply --server-side -f -
\`\`\`

Then delete \`token\`, \`ca.crt\` and \`kubeconfig\`.

## 4. Check it

\`\`\`sh
kubectl --context ${source.argocdName} -n ${source.namespace} get secret ${secret} -o yaml | linkspan credentials verify - --link ${source.name}/${target.name}
kubectl --context ${source.argocdName} -n ${source.linkerdNamespace} get secret ${secret} -o yaml | linkspan credentials verify - --link ${source.name}/${target.name}
\`\`\`

The same commands replace a credential. Neither reader notices a new content: raise \`credentialEpoch\` in the fleet
and restart \`deploy/linkerd-destination\` in \`${source.linkerdNamespace}\`, as \`linkspan plan rotate ${source.name}/${target.name}\` says.
`;
}
