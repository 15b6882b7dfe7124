import { labelOf, type ObjectSymbol } from '../../../symbols/object.js';
import { rule } from '../../rule.js';

const form = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Label values are such as the API server takes. */
export const labelValueForm = rule('LABEL_VALUE_FORM', {
  group: 'delivery',
  severity: 'error',
  reach: 'cluster',
  fix: 'write at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends',
  source: 'https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/util/validation/validation.go',
  symptoms: [
    'a valid label must be an empty string or consist of alphanumeric characters',
    'must be no more than 63',
  ],
  reproduced: 'must be no more than 63 bytes',
  check(fleet, report) {
    for (const { symbols } of fleet.clusters) {
      const { services, workloads, serviceAccounts, links, namespaces, secrets } = symbols;
      for (const list of [services, workloads, serviceAccounts, links, namespaces, secrets]) {
        for (const object of list) look(object);
      }
    }

    function look(object: ObjectSymbol): void {
      for (const key in object.labels) {
        const value = object.labels[key] ?? '';
        if (form.test(value)) continue;
        report({
          at: object,
          field: labelOf(object, key),
          message: `label ${key} of ${object.kind} ${object.name} is \`${value.length > 80 ? `${value.slice(0, 80)}…` : value}\`${value.length > 63 ? `, ${value.length} characters long` : ''}`,
        });
      }
    }
  },
});
