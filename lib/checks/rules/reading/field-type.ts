import { rule } from '../../rule.js';

/** Where quotes alone would make no duration of a number. */
const probeDuration = /^spec\.probeSpec\.(?:period|timeout)$/;

/** Fields whose type the API server refuses. */
export const fieldType = rule('MANIFEST_FIELD_TYPE', {
  group: 'reading',
  severity: 'error',
  reach: 'cluster',
  about: 'mistyped',
  fix: 'write the value in the type the field has; numbers and booleans that are text need quotes',
  source: 'https://github.com/kubernetes-sigs/structured-merge-diff/blob/v6.3.0/typed/validate.go',
  symptoms: ['the sync fails with `expected string, got &value.valueUnstructured`', 'must be of type string'],
  reproduced: '.spec.gatewayPort: expected string, got &value.valueUnstructured{Value:30143}',
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const object of view.symbols.mistyped) {
        for (const field of object.mistyped ?? []) {
          report({
            at: object,
            field,
            message: `\`${field.path}\` of ${object.kind} ${object.name} is ${field.value}, not ${field.expected}`,
            ...(probeDuration.test(field.path) && { fix: 'write a Go duration, such as `3s` or `1m30s`' }),
          });
        }
      }
    }
  },
});
