import { redact } from '../../guards/redact.js';
import { addressMistake } from './address.js';
import { shortened } from './field-text.js';
import { ipAddressMistake, ipRangeMistake } from './ip-mistakes.js';
import { goDurationMistake, prometheusDurationMistake } from './durations.js';
import type { JsonSchema } from './json-schema.js';
import { dnsLabelMistake, dnsNameMistake, isObjectName } from './dns-names.js';
import { excludedKeyMistake, labelKeyMistake, labelValueMistake } from './labels.js';
import { releaseMistake } from './release-text.js';
import type { Mistake } from './type-mistakes.js';
import { placeholderMistake, templateMistake } from './placeholders.js';

/** Tells what is wrong with a text, or nothing. */
type Check = (text: string) => Mistake | undefined;

const checks: Readonly<Record<string, Check>> = {
  'argocd-name': argocdNameMistake,
  'cluster-name': (text) => dnsLabelMistake(text, 35),
  'dns-label': (text) => dnsLabelMistake(text, 63),
  'dns-name': dnsNameMistake,
  'excluded-key': excludedKeyMistake,
  'gateway-address': addressMistake,
  'go-duration': goDurationMistake,
  'https-url': httpsUrlMistake,
  'ip-address': ipAddressMistake,
  'ip-range': ipRangeMistake,
  'label-key': labelKeyMistake,
  'label-value': labelValueMistake,
  'linkerd-release': releaseMistake,
  'no-template': templateMistake,
  'no-template-word': wordMistake,
  'object-name': objectNameMistake,
  'prometheus-duration': prometheusDurationMistake,
  'repository-path': repositoryPathMistake,
  'url-path': urlPathMistake,
};

/** Longest text whose form is looked at. */
const longestText = 2000;

/** What is wrong with the form of a text: by the schema's format in words, else by its pattern and lengths. */
export function formatMistake(text: string, schema: JsonSchema): Mistake | undefined {
  const mistake = mistakeOf(text, schema);
  if (mistake === undefined || redact(text) === text) return mistake;
  return {
    message: 'holds what looks like a secret',
    fix: 'remove it here, and revoke it if it was ever committed',
  };
}

function mistakeOf(text: string, schema: JsonSchema): Mistake | undefined {
  const isFree =
    schema.format === 'no-template' ||
    (schema.format === undefined && schema.pattern === undefined && schema.maxLength === undefined);
  if (text.length > longestText && !isFree) {
    return { message: `has ${text.length} characters`, fix: 'write the name or text that is meant here' };
  }
  if (schema.placeholders !== undefined) {
    const mistake = placeholderMistake(text, schema.placeholders);
    if (mistake !== undefined) return mistake;
  }
  if (text === '' && (schema.minLength ?? 0) > 0) return { message: 'is empty', fix: 'write a text' };
  const check = schema.format === undefined ? undefined : checks[schema.format];
  if (check !== undefined) return check(text);
  if (text.length > (schema.maxLength ?? Infinity)) {
    return { message: `is ${text.length} characters long`, fix: `write at most ${schema.maxLength ?? ''}` };
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text)) {
    return { message: `does not have the form ${schema.pattern}` };
  }
  return undefined;
}

function argocdNameMistake(text: string): Mistake | undefined {
  if (/^[A-Za-z0-9]([-A-Za-z0-9._]*[A-Za-z0-9])?$/.test(text) && text.length <= 200) return undefined;
  return {
    message: 'cannot be the name of a folder and of a values file',
    why: "the cluster's folder in the output and its values file are named so",
    fix: 'name the cluster in Argo CD with at most 200 letters, digits, dots and dashes, and write that name',
  };
}

function wordMistake(text: string): Mistake | undefined {
  return /\s/.test(text)
    ? { message: 'holds a blank', fix: 'write it without blanks' }
    : templateMistake(text);
}

/** The name of an object, in which placeholders stand for what is right on its own. */
function objectNameMistake(text: string): Mistake | undefined {
  if (isObjectName(text.replace(/\{[^{}]*\}/g, 'x'))) return undefined;
  return {
    message: `\`${shortened(text)}\` names no object`,
    why: 'the API server takes only small letters, digits, dashes and dots, at most 253, a letter or digit at either end',
    fix: 'write such a name',
  };
}

function httpsUrlMistake(text: string): Mistake | undefined {
  const form = /^https:\/\/(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?)(?::(\d{1,5}))?$/i.exec(text);
  if (form !== null && Number(form[1] ?? 443) <= 65_535) return undefined;
  return {
    message: 'is not the address of a Kubernetes API',
    why: 'a kubeconfig takes it as `server`, and the service mirror speaks TLS to it',
    fix: 'write `https://host` or `https://host:port`, without a path',
  };
}

function urlPathMistake(text: string): Mistake | undefined {
  if (/^\/\S*$/.test(text)) return undefined;
  return {
    message: 'is not a path',
    why: 'without a leading slash every probe fails',
    fix: `write \`/${text.trim()}\``,
  };
}

function repositoryPathMistake(text: string): Mistake | undefined {
  const parts = text.split('/');
  const isPlain =
    text === '' || parts.every((part) => /^[^\s\\{}]+$/.test(part) && part !== '.' && part !== '..');
  if (isPlain) return undefined;
  return {
    message: 'is not a folder within the repository',
    why: 'Argo CD appends it to the root of the repository',
    fix: 'write names joined by slashes, without a slash at either end, without `.` and `..`, and without braces',
  };
}
