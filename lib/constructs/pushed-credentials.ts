import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { epochAnnotations } from './credential-epoch.js';
import { ObjectsConstruct } from './objects-construct.js';

/** What a target pushes for one of its sources. */
export interface PushedCredentialsProps {
  /** Source cluster that reads it. */
  readonly source: string;
  /** Account of the source in the target; its token Secret is `<account>-token`. */
  readonly account: string;
  /** Namespace of the multicluster extension in the target. */
  readonly namespace: string;
  readonly store: { readonly name: string; readonly kind: string };
  /** Key in the store, without its mount. */
  readonly key: string;
  readonly refreshInterval: string;
  readonly credentialEpoch?: number;
}

/**
 * A PushSecret in the target: token and CA of one account into the store, and nothing else.
 *
 * Both are pushed as they are; the source builds the kubeconfig. A token Secret without a token fails the push,
 * so that half a credential is never stored. Nothing is deleted from the store with it.
 */
export class PushedCredentials extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: PushedCredentialsProps) {
    super(scope, id, [pushSecret(props)]);
  }
}

function pushSecret(props: PushedCredentialsProps): Manifest {
  const push = (secretKey: string, property: string) => ({
    conversionStrategy: 'None',
    match: { remoteRef: { property, remoteKey: props.key }, secretKey },
  });
  return {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    metadata: {
      ...epochAnnotations(props.credentialEpoch),
      name: `link-credentials-${props.source}`,
      namespace: props.namespace,
    },
    spec: {
      data: [push('token', 'token'), push('ca.crt', 'ca')],
      deletionPolicy: 'None',
      refreshInterval: props.refreshInterval,
      secretStoreRefs: [{ kind: props.store.kind, name: props.store.name }],
      selector: { secret: { name: `${props.account}-token` } },
      updatePolicy: 'Replace',
    },
  };
}
