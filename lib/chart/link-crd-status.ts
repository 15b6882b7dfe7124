import { text, type OpenApi } from './link-crd-schema.js';

const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dnsName = String.raw`${dnsLabel}(\.${dnsLabel})*`;

function bounded(description: string, maxLength: number, pattern: string): OpenApi {
  return { ...text(description), maxLength, pattern };
}

function filled(description: string, maxLength: number, pattern?: string): OpenApi {
  return { ...text(description), maxLength, minLength: 1, ...(pattern !== undefined && { pattern }) };
}

function serviceReference(description: string): OpenApi {
  return {
    description,
    type: 'object',
    required: ['name', 'namespace'],
    properties: {
      group: { ...bounded('API group of the object.', 253, `^$|^${dnsName}$`), default: 'core' },
      kind: {
        ...filled('Kind of the object.', 63, '^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$'),
        default: 'Service',
      },
      name: filled('Name of the object.', 253),
      namespace: filled('Namespace of the object.', 63, `^${dnsLabel}$`),
    },
  };
}

const condition: OpenApi = {
  description: 'What the service mirror last found out about this Service.',
  type: 'object',
  required: ['lastTransitionTime', 'message', 'reason', 'status', 'type'],
  properties: {
    lastTransitionTime: { ...text('When `status` last changed.'), format: 'date-time' },
    message: text('The details for a person; may be empty.'),
    reason: filled(
      'Why, in one word: Mirrored, InvalidService, Error or MissingNamespace.',
      1024,
      '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$',
    ),
    status: { ...text('Whether the condition holds.'), enum: ['True', 'False', 'Unknown'] },
    type: bounded(
      'Which condition this is: Mirrored.',
      316,
      String.raw`^(${dnsName}/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`,
    ),
    localRef: serviceReference('The Service in this cluster that stands for the one in the target cluster.'),
  },
};

function mirrored(list: string, item: string): OpenApi {
  return {
    description: list,
    type: 'array',
    items: {
      description: item,
      type: 'object',
      required: ['controllerName', 'remoteRef'],
      properties: {
        conditions: {
          description: 'The conditions of this Service, one of each type.',
          type: 'array',
          items: condition,
        },
        controllerName: filled(
          'Controller that wrote this entry and removes it again: `linkerd.io/service-mirror`.',
          253,
          String.raw`^${dnsName}\/[A-Za-z0-9\/\-._~%!$&'()*+,;=:]+$`,
        ),
        remoteRef: serviceReference('The Service in the target cluster.'),
      },
    },
  };
}

/** The schema of a Link's `status`, which only the controllers write; since v1alpha2. */
export const linkStatusSchema: OpenApi = {
  description: 'What the controllers made of this Link.',
  type: 'object',
  properties: {
    mirrorServices: mirrored('Services that this Link mirrors, or fails to.', 'One mirrored Service.'),
    federatedServices: mirrored(
      'Federated Services that this Link contributes members to, or fails to.',
      'One member of a federated Service.',
    ),
  },
};
