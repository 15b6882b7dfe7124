import { labelKeyMistake } from '../../../config/validate/labels.js';
import { hasPlaceholder } from '../../../symbols/placeholder.js';
import { annotationOf, labelOf, type ObjectSymbol } from '../../../symbols/object.js';
import type { Finding } from '../../report.js';
import { rule } from '../../rule.js';

const form = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

type Texts = Readonly<Record<string, string>>;

/** Labels and annotations, of pods too, are such as the API server takes. */
export const labelValueForm = rule('LABEL_VALUE_FORM', {
  group: 'delivery',
  severity: 'error',
  reach: 'cluster',
  fix: 'write at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends',
  source: 'https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/util/validation/validation.go',
  symptoms: [
    'a valid label must be an empty string or consist of alphanumeric characters',
    'must be no more than 63',
    'name part must consist of alphanumeric characters',
  ],
  reproduced: 'must be no more than 63 bytes',
  check(fleet, report) {
    for (const { symbols } of fleet.clusters) {
      const { services, workloads, serviceAccounts, links, namespaces, secrets } = symbols;
      for (const list of [services, workloads, serviceAccounts, links, namespaces, secrets]) {
        for (const object of list) {
          lookAtLabels(object, object.labels, 'metadata.labels');
          lookAtAnnotations(object, object.annotations, 'metadata.annotations');
        }
      }
      for (const workload of workloads) {
        const { podLabels, podAnnotations, nodeSelector } = workload;
        lookAtLabels(workload, podLabels, 'spec.template.metadata.labels');
        lookAtAnnotations(workload, podAnnotations, 'spec.template.metadata.annotations');
        if (nodeSelector !== undefined)
          lookAtLabels(workload, nodeSelector, 'spec.template.spec.nodeSelector');
      }
    }

    function lookAtLabels(object: ObjectSymbol, labels: Texts, map: TextMap): void {
      for (const key in labels) {
        if (!soundLabels.has(key)) {
          if (isSound(key)) remember(soundLabels, key);
          else reportKey(object, key, map);
        }
        const value = labels[key] ?? '';
        if (form.test(value)) continue;
        report({
          at: object,
          field: placeOf(object, key, map),
          message: `${words[map]} ${key} of ${object.kind} ${object.name} is \`${shown(value)}\`${value.length > 63 ? `, ${value.length} characters long` : ''}`,
        });
      }
    }

    function lookAtAnnotations(object: ObjectSymbol, annotations: Texts, map: TextMap): void {
      for (const key in annotations) {
        if (soundAnnotations.has(key)) continue;
        // the API server looks at them in lower case
        if (isSound(key.toLowerCase())) remember(soundAnnotations, key);
        else reportKey(object, key, map);
      }
    }

    function reportKey(object: ObjectSymbol, key: string, map: TextMap): void {
      report({
        at: object,
        field: placeOf(object, key, map),
        message: `${words[map]} \`${shown(key)}\` of ${object.kind} ${object.name} has no key that Kubernetes takes`,
        fix: 'write a name of at most 63 letters, digits, `-`, `_` and `.`, after a DNS name and a slash if need be',
      });
    }
  },
});

/** Keys that were found sound: the same few stand on all objects of all clusters. */
const soundLabels = new Set<string>();
const soundAnnotations = new Set<string>();
const mostKeys = 1000;

function remember(sound: Set<string>, key: string): void {
  if (sound.size >= mostKeys) sound.clear();
  sound.add(key);
}

/** What each map holds. */
const words = {
  'metadata.labels': 'label',
  'metadata.annotations': 'annotation',
  'spec.template.metadata.labels': 'pod label',
  'spec.template.metadata.annotations': 'pod annotation',
  'spec.template.spec.nodeSelector': 'node label',
} as const;

type TextMap = keyof typeof words;

function isSound(key: string): boolean {
  return labelKeyMistake(key) === undefined || hasPlaceholder(key);
}

function placeOf(object: ObjectSymbol, key: string, map: TextMap): Finding['field'] {
  if (map === 'metadata.labels') return labelOf(object, key);
  if (map === 'metadata.annotations') return annotationOf(object, key);
  return { path: `${map}.${JSON.stringify(key)}` };
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
