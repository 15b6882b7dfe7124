import { findDnsNames, type DnsName } from '../dns-names.js';
import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import {
  readControlPlane,
  readTrustRoots,
  type ControlPlaneSymbol,
  type TrustRootsSymbol,
} from './control-plane.js';

/** A ConfigMap whose text calls Services by name or scrapes Linkerd's proxies; others are not kept. */
export interface ConfigSymbol extends ObjectSymbol {
  readonly dnsNames: readonly DnsName[];
  /** Where the text scrapes proxies by their admin port: its name or number as written. */
  readonly scrapes: readonly Field<string>[];
}

/** What a ConfigMap turned out to be. */
export interface ConfigMapContent {
  readonly config?: ConfigSymbol;
  readonly controlPlane?: ControlPlaneSymbol;
  readonly trustRoots?: TrustRootsSymbol;
}

const scrapePattern = /\blinkerd-admin\b|\.svc[\w.-]*:4191\b|\bctrl-admin\b|\blocsm-admin\b|\badmin-http\b/g;

/** Reads a ConfigMap: two of Linkerd's own for the control plane's facts, any other for what it mentions. */
export function readConfigMap(object: ObjectSymbol, reader: Reader): ConfigMapContent {
  if (object.name === 'linkerd-config') return { controlPlane: readControlPlane(object, reader) };
  if (object.name === 'linkerd-identity-trust-roots') return { trustRoots: readTrustRoots(object, reader) };
  const texts = reader.map('data').filter(({ value }) => !value.includes('BEGIN CERTIFICATE'));
  const dnsNames = texts.flatMap((text) => findDnsNames(text));
  const scrapes = texts.flatMap((text) => findScrapes(text));
  return dnsNames.length + scrapes.length === 0 ? {} : { config: withFields(object, { dnsNames, scrapes }) };
}

function findScrapes(text: Field<string>): Field<string>[] {
  const found = new Map<string, Field<string>>();
  for (const match of text.value.matchAll(scrapePattern)) {
    const lineStart = text.value.lastIndexOf('\n', match.index) + 1;
    if (/^\s*(\/\/|#)/.test(text.value.slice(lineStart, match.index)) || found.has(match[0])) continue;
    let line = text.line === 0 || !text.value.includes('\n') ? text.line : text.line + 1;
    if (text.line !== 0)
      for (let i = text.value.indexOf('\n'); i >= 0 && i < match.index; i = text.value.indexOf('\n', i + 1))
        line++;
    const host = match[0].startsWith('.')
      ? /[\w.-]{0,253}$/.exec(text.value.slice(lineStart, match.index))
      : null;
    found.set(match[0], {
      value: `${host?.[0] ?? ''}${match[0]}`,
      path: text.path,
      line,
      column: text.value.includes('\n') ? 1 : text.column,
    });
  }
  return [...found.values()];
}
