import { named, stringList, text, type OpenApi } from './link-crd-schema.js';

/** Which generation of a Link's `spec` a schema describes. */
export interface LinkSpecGeneration {
  /** `failureThreshold` and `timeout` exist and have defaults: since 2.17. */
  readonly probeDefaults: boolean;
  /** `period` must read as a Go duration: v1alpha2 since edge-25.1.2, v1alpha3 always. */
  readonly periodFormat: boolean;
  /** `federatedServiceSelector` exists: since v1alpha2. */
  readonly federated: boolean;
  /** `excludedLabels` and `excludedAnnotations` exist: since v1alpha3. */
  readonly exclusions: boolean;
}

const requirement: OpenApi = {
  description: 'One condition on a label; all conditions of a list must hold.',
  type: 'object',
  required: ['key', 'operator'],
  properties: {
    key: text('Label key the condition looks at.'),
    operator: {
      ...text('How the label compares with `values`; Exists and DoesNotExist take no values.'),
      enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
    },
    values: stringList(),
  },
};

function selector(description: string): OpenApi {
  return named(description, {
    matchLabels: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    matchExpressions: {
      description: 'Conditions on the labels of a Service, beside `matchLabels`.',
      type: 'array',
      items: requirement,
    },
  });
}

function probeSpec(generation: LinkSpecGeneration): OpenApi {
  const { probeDefaults, periodFormat } = generation;
  return named('How the service mirror probes the gateway of the target cluster.', {
    ...(probeDefaults && {
      failureThreshold: {
        ...text(
          'Failures in a row, as decimal text, after which a gateway that once answered counts as down.',
        ),
        default: '3',
      },
    }),
    path: text('HTTP path the probe asks for, with its leading slash: `/ready`.'),
    period: {
      ...text('Time between two probes as a Go duration: `3s`.'),
      ...(periodFormat && { format: 'duration' }),
    },
    port: text('Port of the probe as decimal text; also the port of the Service `probe-<link>`.'),
    ...(probeDefaults && {
      timeout: {
        ...text('How long one probe may take, as a Go duration.'),
        default: '30s',
        format: 'duration',
      },
    }),
  });
}

/** The schema of a Link's `spec`, without the fields that its generation lacks. */
export function linkSpecSchema(generation: LinkSpecGeneration): OpenApi {
  return {
    type: 'object',
    properties: {
      clusterCredentialsSecret: text(
        'Secret in the namespace of this Link whose key `kubeconfig` opens the API of the target cluster.',
      ),
      gatewayAddress: text(
        'Hosts or IP addresses of the target gateway, separated by commas, without port, scheme or blanks.',
      ),
      gatewayIdentity: text('Linkerd identity that the target gateway proves in its certificate.'),
      gatewayPort: text(
        'Port of the target gateway as decimal text: the node port where its Service has one.',
      ),
      probeSpec: probeSpec(generation),
      selector: selector('Services of the target cluster that are mirrored through its gateway.'),
      remoteDiscoverySelector: selector(
        'Services of the target cluster that are mirrored without a gateway: clients reach its pods directly.',
      ),
      ...(generation.federated && {
        federatedServiceSelector: selector(
          'Services of the target cluster that join the federated Service of their name and namespace.',
        ),
      }),
      targetClusterName: text('Name of the target cluster: the suffix of its mirror services.'),
      targetClusterDomain: text('DNS domain of the target cluster, such as `cluster.local`.'),
      targetClusterLinkerdNamespace: text('Namespace of the Linkerd control plane in the target cluster.'),
      ...(generation.exclusions && {
        excludedAnnotations: {
          description: 'Annotations that mirrors do not take over: a key, or a prefix that ends in `/*`.',
          ...stringList(),
        },
        excludedLabels: {
          description: 'Labels that mirrors do not take over: a key, or a prefix that ends in `/*`.',
          ...stringList(),
        },
      }),
    },
  };
}
