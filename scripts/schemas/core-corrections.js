// What the TypeScript types of Kubernetes cannot say, and the schemas therefore add. `test/schemas` lists the effect of
// each; sources are the Go types at https://github.com/kubernetes/kubernetes/tree/v1.30.0/staging/src/k8s.io/api.

/** Definitions that stand for another form than their type says. */
const replaced = {
  // a number is read like the same digits in quotes (apimachinery/pkg/api/resource/quantity.go)
  Quantity: {
    type: ['string', 'number'],
    pattern: '^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$',
  },
  Time: {
    type: 'string',
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$',
  },
  // any JSON; the types show an empty object
  JSON: {},
  FieldsV1: { type: 'object' },
  // unions as a choice by type, so that a mistake inside is reported at its own place
  JSONSchemaPropsOrBool: { if: { type: 'boolean' }, else: { $ref: '#/definitions/JSONSchemaProps' } },
  JSONSchemaPropsOrArray: {
    if: { type: 'array' },
    then: { items: { $ref: '#/definitions/JSONSchemaProps' } },
    else: { $ref: '#/definitions/JSONSchemaProps' },
  },
  JSONSchemaPropsOrStringArray: {
    if: { type: 'array' },
    then: { items: { type: 'string' } },
    else: { $ref: '#/definitions/JSONSchemaProps' },
  },
};

/** Bytes: base64, in which Go's decoder takes line breaks. */
const base64 = { type: 'string', pattern: '^[A-Za-z0-9+/\\r\\n]*={0,2}[\\r\\n]*$' };
const byteMaps = [
  ['Secret', 'data'],
  ['ConfigMap', 'binaryData'],
];

/** Fields that the types leave out, as their names are no words (apiextensions/v1/types_jsonschema.go). */
const text = { type: 'string' };
const flag = { type: 'boolean' };
const added = {
  JSONSchemaProps: {
    'x-kubernetes-embedded-resource': flag,
    'x-kubernetes-int-or-string': flag,
    'x-kubernetes-list-map-keys': { type: 'array', items: text },
    'x-kubernetes-list-type': text,
    'x-kubernetes-map-type': text,
    'x-kubernetes-preserve-unknown-fields': flag,
    'x-kubernetes-validations': {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          fieldPath: text,
          message: text,
          messageExpression: text,
          optionalOldSelf: flag,
          reason: text,
          rule: text,
        },
        required: ['rule'],
        additionalProperties: false,
      },
    },
  },
};

/** Numbers that are no integers. */
const fractional = { JSONSchemaProps: ['maximum', 'minimum', 'multipleOf'] };

/** Integers of 64 bits; all others have 32. */
const wide = new Set([
  'activeDeadlineSeconds',
  'deletionGracePeriodSeconds',
  'expirationSeconds',
  'fsGroup',
  'generation',
  'maxItems',
  'maxLength',
  'maxProperties',
  'minItems',
  'minLength',
  'minProperties',
  'observedGeneration',
  'runAsGroup',
  'runAsUser',
  'startingDeadlineSeconds',
  'supplementalGroups',
  'terminationGracePeriodSeconds',
  'tolerationSeconds',
]);

/** Numbers that validation keeps within narrower limits (kubernetes/pkg/apis/core/validation, apps/validation). */
const port = { minimum: 1, maximum: 65_535 };
const optionalPort = { minimum: 0, maximum: 65_535 };
const count = { minimum: 0 };
const id = { minimum: 0, maximum: 2 ** 31 - 1 };
const counts = { replicas: count, minReadySeconds: count, revisionHistoryLimit: count };
const limits = {
  ContainerPort: { containerPort: port, hostPort: optionalPort },
  DaemonSetSpec: { minReadySeconds: count, revisionHistoryLimit: count },
  DeploymentSpec: { ...counts, progressDeadlineSeconds: count },
  HTTPGetAction: { port },
  PodSecurityContext: { runAsUser: id, runAsGroup: id, fsGroup: id },
  SecurityContext: { runAsUser: id, runAsGroup: id },
  ServicePort: { port, targetPort: optionalPort, nodePort: optionalPort },
  ServiceSpec: { healthCheckNodePort: optionalPort },
  StatefulSetSpec: counts,
};

/** Adds to the definitions of `ts-json-schema-generator` what the types cannot say. `kinds` are names of objects. */
export function correct(definitions, kinds) {
  for (const [name, definition] of Object.entries(definitions)) {
    for (const [property, schema] of Object.entries(definition.properties ?? {})) {
      if (!fractional[name]?.includes(property)) integers(schema, wide.has(property));
    }
  }
  for (const [name, properties] of Object.entries(limits)) {
    for (const [property, limit] of Object.entries(properties))
      Object.assign(definitions[name].properties[property], limit);
  }
  for (const [name, properties] of Object.entries(added))
    Object.assign(definitions[name].properties, properties);
  for (const [name, property] of byteMaps) {
    definitions[name].properties[property].additionalProperties = base64;
  }
  Object.assign(definitions, replaced);
  for (const kind of kinds) {
    const definition = definitions[kind];
    definition.required = [...new Set(['apiVersion', 'kind', 'metadata', ...(definition.required ?? [])])];
    // a pod template has metadata too, without a name
    definition.properties.metadata.required = ['name'];
  }
}

function integers(schema, isWide) {
  const types = [schema.type].flat();
  if (types.includes('number')) {
    schema.type =
      types.length === 1 ? 'integer' : types.map((type) => (type === 'number' ? 'integer' : type));
    if (!isWide) Object.assign(schema, { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
  }
  if (schema.items) integers(schema.items, isWide);
  if (typeof schema.additionalProperties === 'object') integers(schema.additionalProperties, isWide);
}
